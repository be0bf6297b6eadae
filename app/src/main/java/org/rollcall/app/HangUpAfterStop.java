package org.rollcall.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Ends what is in flight when a run shall stop and an answer does not come: whoever asked for the
/// stop is not kept waiting for a server that hangs, and the report is still written.
///
/// It watches from when it is made until it is closed.
final class HangUpAfterStop implements AutoCloseable {
  /// How long answers may still take once the run shall stop.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration GLANCE = Duration.ofMillis(200);

  private final Thread watch;

  /// @param hangUp ends all calls in flight; called once at most
  HangUpAfterStop(BooleanSupplier stop, Runnable hangUp) {
    this.watch = Thread.ofVirtual().start(() -> watch(stop, hangUp));
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private static void watch(BooleanSupplier stop, Runnable hangUp) {
    try {
      while (!stop.getAsBoolean()) {
        Thread.sleep(GLANCE);
      }
      Thread.sleep(GRACE);
      hangUp.run();
    } catch (InterruptedException _) {
      // The run is over.
    }
  }
}
