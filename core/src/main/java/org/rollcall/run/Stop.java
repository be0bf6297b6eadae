package org.rollcall.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The wish that a run ends, and how long the run may still take. Every wait takes its time from
/// here, so that all waits together end in time.
///
/// Asking once is final. Safe for many threads.
public final class Stop implements BooleanSupplier {
  /// How long a run may take from the wish to its end, the last report included.
  public static final Duration GRACE = Duration.ofMillis(8_500);

  /// No sooner and no later than anybody can wait for.
  private static final Duration FOREVER = Duration.ofDays(365);

  private final LongSupplier nanos;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicReference<@Nullable Long> deadline = new AtomicReference<>();

  /// @param nanos a clock that only goes forward, such as `System::nanoTime`
  public Stop(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// A run that nobody ends.
  public static Stop never() {
    return new Stop(() -> 0);
  }

  /// Asks for the end, [#GRACE] from now at the latest.
  public void ask() {
    if (deadline.compareAndSet(null, nanos.getAsLong() + GRACE.toNanos())) {
      asked.countDown();
    }
  }

  /// Whether somebody asked: nothing new is begun then.
  @Override
  public boolean getAsBoolean() {
    return asked.getCount() == 0;
  }

  /// How long something may take that usually may take `usual`: no longer than is left.
  ///
  /// @param reserve what has to be left for those who come after
  public Duration budget(Duration usual, Duration reserve) {
    var left = left().minus(reserve);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(usual) < 0 ? left : usual;
  }

  /// What is left until the deadline; negative once it has passed, and a year where nobody asked.
  public Duration left() {
    var until = deadline.get();
    return until == null ? FOREVER : Duration.ofNanos(until - nanos.getAsLong());
  }

  /// Waits until somebody asks, but no longer than `time`.
  ///
  /// @return whether somebody asked
  public boolean await(Duration time) throws InterruptedException {
    return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
