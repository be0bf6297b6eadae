package org.rollcall.app;

import java.time.Duration;
import org.rollcall.apply.Waiter;
import org.rollcall.run.Stop;

/// Waits by sleeping, but not once the run shall stop. Then threads that wait for the next window
/// or the next attempt wake up at once.
///
/// @param stop ends every wait
record Sleep(Stop stop) implements Waiter {
  /// A wait that is shorter than this is finished even if the run shall stop, because its work is
  /// nearly done.
  private static final Duration SHORT = Duration.ofMillis(200);

  @Override
  public void await(Duration duration) throws InterruptedException {
    long until = System.nanoTime() + duration.toNanos();
    stop.await(duration);
    long left = until - System.nanoTime();
    if (left > SHORT.toNanos()) {
      throw new InterruptedException("The run shall stop.");
    }
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
