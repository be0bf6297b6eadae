package org.rollcall.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A program that stops as its argument says, for [StopSignalTest].
final class Stoppable {
  private Stoppable() {}

  public static void main(String[] arguments) {
    var kind = arguments[0];
    var patience = kind.equals("impatient") ? Duration.ofMillis(1) : StopSignal.PATIENCE;
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> hook(kind)));
    var stop = StopSignal.listen(patience, Terminal.ofProcess(Map.of()));
    System.out.println("ready");
    System.exit(kind.equals("obedient") ? whenAsked(stop) : never());
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
