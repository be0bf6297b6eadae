package org.rollcall.run;

import java.time.Instant;
import java.util.Optional;

/// What fills the roster's tables before a run reads them.
@FunctionalInterface
public interface Upstream {
  /// The newest moment in a column; empty where no row has one. A column without a zone is taken
  /// for UTC, a date for the end of its day.
  ///
  /// @throws RunStopped when it cannot be read
  /// @throws InterruptedException when the calling thread is interrupted
  Optional<Instant> newest(String table, String column) throws InterruptedException;
}
