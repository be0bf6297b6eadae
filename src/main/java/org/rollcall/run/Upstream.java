package org.rollcall.run;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Freshness;

/// What fills the roster's tables before a run reads them.
@FunctionalInterface
public interface Upstream {
  /// The newest moment of a sign; empty where there is none. A time without a zone is taken for
  /// UTC, a date for the end of its day.
  ///
  /// @throws RunStopped when it cannot be read
  /// @throws InterruptedException when the calling thread is interrupted
  Optional<Instant> newest(Freshness.Sign sign) throws InterruptedException;
}
