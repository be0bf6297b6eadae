package org.rollcall.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often a log tells how far a run is: once in a while, and of what is read at most ten times.
/// Not for use by several threads at once.
final class ProgressPace {
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();
  private static final int TIMES = 10;

  /// What goes on.
  enum Work {
    ROSTER,
    WORKSPACE,
    BULK,
    MEMBERS
  }

  private record Told(long at, long done) {}

  private final LongSupplier nanoTime;
  private final Map<Work, Told> last = new EnumMap<>(Work.class);

  ProgressPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Whether it is time for another line; if so, that line counts as told.
  boolean isDue(Work work, long done) {
    return isDue(work, done, 0);
  }

  /// The same for what shall be told at most ten times.
  ///
  /// @param total how much there is; 0 or less where that is not known
  boolean isDue(Work work, long done, long total) {
    var told = last.get(work);
    long now = nanoTime.getAsLong();
    if (told != null
        && (now - told.at() < PAUSE || done - told.done() < Math.max(total, 0) / TIMES)) {
      return false;
    }
    last.put(work, new Told(now, done));
    return true;
  }
}
