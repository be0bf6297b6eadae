package org.rollcall.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rollcall.access.Password;
import org.rollcall.run.RunStopped;

/// Where passwords are compared: two at most at once, since each takes 19 MiB and a fifth of a
/// second. For many threads.
final class HashingRoom {
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 10;
  private static final Duration BETWEEN_CLEARINGS = Duration.ofSeconds(10);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final InstantSource clock;
  private Instant cleared = Instant.EPOCH;

  HashingRoom(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether a hash is of this password. Where there is none, the same work is done.
  ///
  /// @throws RunStopped when too many are waiting
  boolean isOf(Password password, Optional<String> hash) throws InterruptedException {
    if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new RunStopped(RunStopped.Kind.FAILED, "Too many people log in at once. Try again.");
    }
    try {
      return PasswordHash.isOf(password, hash);
    } finally {
      places.release();
      clear();
    }
  }

  /// What a hash leaves behind is too large for the young generation. Without this, a dozen logins
  /// would fill a heap that stays large for days in a service that has little else to do.
  private void clear() {
    if (isDue()) {
      System.gc();
    }
  }

  private synchronized boolean isDue() {
    var now = clock.instant();
    if (now.isBefore(cleared.plus(BETWEEN_CLEARINGS))) {
      return false;
    }
    cleared = now;
    return true;
  }
}
