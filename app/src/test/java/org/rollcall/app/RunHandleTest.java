package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;

class RunHandleTest {
  @TempDir private Path folder;
  private int dumps;

  /// A program that goes on living starts thousands of runs.
  @Test
  void a_run_that_has_ended_leaves_no_thread_behind() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var run =
        RunHandle.start(
            SyncName.DEFAULT,
            "run-of-this-test",
            InstantSource.system(),
            (id, stop, events) -> {
              begun.countDown();
              mayEnd.await();
              throw new RunStopped(RunStopped.Kind.FAILED, "It is over.");
            });
    run.stopAfter(Duration.ofHours(1));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(threads())
        .contains("stop run-of-this-test", "deadline run-of-this-test", "\"run run-of-this-test\"");
    mayEnd.countDown();
    assertThatThrownBy(run::await).isInstanceOf(RunStopped.class);
    run.stopAfter(Duration.ofHours(1));
    for (int tries = 0; tries < 200 && threads().contains("run-of-this-test"); tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(threads()).doesNotContain("run-of-this-test");
  }

  private String threads() throws IOException {
    var file = folder.resolve("threads-%d.json".formatted(dumps++));
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
    return Files.readString(file);
  }
}
