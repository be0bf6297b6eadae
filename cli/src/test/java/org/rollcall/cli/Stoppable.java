package org.rollcall.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.rollcall.app.RunHandle;
import org.rollcall.model.SyncName;

/// A program that stops as its argument says, for [StopSignalTest].
final class Stoppable {
  private Stoppable() {}

  public static void main(String[] arguments) {
    var kind = arguments[0];
    var patience = kind.equals("deaf") ? Duration.ofMillis(1) : StopSignal.PATIENCE;
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> hook(kind)));
    var stop = StopSignal.listen(patience, Terminal.ofProcess(Map.of()));
    System.out.println("ready");
    System.exit(
        switch (kind) {
          case "obedient" -> whenAsked(stop);
          case "impatient" -> interrupted(stop);
          default -> never();
        });
  }

  /// A run that does not look whether it shall stop.
  private static int interrupted(StopSignal stop) {
    var run =
        RunHandle.start(
            SyncName.DEFAULT,
            "run-1",
            InstantSource.system(),
            (_, _, _) -> {
              new CountDownLatch(1).await();
              throw new IllegalStateException("It waits for ever.");
            });
    stop.forwardTo(run.stop());
    try {
      var _ = run.await();
      return 0;
    } catch (InterruptedException _) {
      System.out.println("interrupted");
      return 78;
    }
  }

  private static void hook(String kind) {
    System.out.println("hook");
    if (kind.equals("stuck")) {
      var _ = never();
    }
  }

  private static int whenAsked(StopSignal stop) {
    while (!stop.getAsBoolean()) {
      Thread.onSpinWait();
    }
    System.out.println("asked");
    return 77;
  }

  private static int never() {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException _) {
      System.out.println("interrupted");
      return 78;
    }
  }
}
