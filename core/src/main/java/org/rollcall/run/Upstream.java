package org.rollcall.run;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Newest;

/// What fills the roster's tables before a run reads them.
@FunctionalInterface
public interface Upstream {
  /// The moment that `asked` tells; empty where it tells none, for want of rows or for `null`.
  ///
  /// @throws RunStopped when it cannot be read
  /// @throws InterruptedException when the calling thread is interrupted
  Optional<Instant> newest(Newest asked) throws InterruptedException;
}
