package org.rollcall.schedule;

import java.time.Instant;
import java.util.Optional;

/// The moments at which a cron comes due. Immutable.
sealed interface Times permits NamedHours, EveryHour {
  /// The first one after `moment`; empty where none comes.
  Optional<Instant> after(Instant moment);
}
