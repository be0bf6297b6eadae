package org.rollcall.app;

import java.time.Duration;
import org.rollcall.run.Stop;

/// Ends all calls in flight when a run shall stop and an answer does not come. So nobody waits for
/// a server that hangs, and the report is still written.
///
/// It watches from its construction until it is closed.
final class HangUpAfterStop implements AutoCloseable {
  /// How much of the run's time is left when it hangs up.
  private static final Duration LEFT = Duration.ofMillis(4_500);

  private final Thread watch;

  /// @param hangUp ends all calls in flight; called once at most
  HangUpAfterStop(Stop stop, Runnable hangUp) {
    this.watch = Thread.ofVirtual().name("hang up").start(() -> watch(stop, hangUp));
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private static void watch(Stop stop, Runnable hangUp) {
    try {
      while (!stop.await(Duration.ofMinutes(1))) {
        // Nobody has asked yet.
      }
      Thread.sleep(stop.budget(Stop.GRACE, LEFT));
      hangUp.run();
    } catch (InterruptedException _) {
      // The run is over.
    }
  }
}
