package org.rollcall.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The time that a run may take once its work is done: to remember what it learned, to give back
/// the lease, and to delete what is old. All of that together gets one budget, so that a store that
/// hangs does not keep a finished run. For many threads.
final class Farewell {
  /// All of it takes a second or two where the store answers.
  static final Duration BUDGET = Duration.ofSeconds(20);

  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Long> deadline = new AtomicReference<>();

  /// @param nanos a clock that only goes forward, such as `System::nanoTime`
  Farewell(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// The run's work is done. Only the first call counts.
  void begin() {
    deadline.compareAndSet(null, nanos.getAsLong() + BUDGET.toNanos());
  }

  /// How long something may take that usually may take `usual`.
  Duration within(Duration usual) {
    var until = deadline.get();
    if (until == null) {
      return usual;
    }
    long left = Math.max(until - nanos.getAsLong(), 0);
    return Duration.ofNanos(Math.min(left, usual.toNanos()));
  }
}
