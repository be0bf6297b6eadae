package org.rollcall.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.rollcall.apply.Waiter;

/// Waits by sleeping, but not for long once the run shall stop: whoever waits for the next window
/// or the next try is woken, so that a signal is obeyed within seconds.
///
/// Safe for many threads.
final class Sleep implements Waiter {
  /// How long a wait may still take once the run shall stop, and how often that is looked for.
  private static final Duration GLANCE = Duration.ofMillis(200);

  private final BooleanSupplier stop;

  Sleep(BooleanSupplier stop) {
    this.stop = stop;
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    long until = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
      if (stop.getAsBoolean() && left > GLANCE.toNanos()) {
        throw new InterruptedException("The run shall stop.");
      }
      Thread.sleep(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
    }
  }
}
