package org.rollcall.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.RunHandle;
import org.rollcall.model.SyncName;
import org.rollcall.server.runs.ServiceLog;

/// Writes what the service says, and what its runs say, to the logs.
record ServiceLines(Logs logs) implements ServiceLog {
  /// A run that lasts longer is followed all the same; only what was kept back of it stays untold.
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public void began(RunHandle run) {
    var lines = logs.ofRun(run.sync(), run.id());
    var follower = run.events().follow(0, lines);
    Thread.ofVirtual()
        .name("log of " + run.id())
        .start(() -> {
          try {
            if (follower.await(LONGEST)) {
              lines.finish();
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void failed(SyncName sync, String run, List<String> lines) {
    lines.forEach(line -> logs.line(LogLine.of(LogLine.Level.ERROR, line).of(sync, run)));
  }

  @Override
  public void broken(Exception failure) {
    logs.failure(
        List.of("This is a mistake in Rollcall. The service goes on."), Optional.of(failure));
  }

  @Override
  public void said(String sentence) {
    logs.line(LogLine.of(LogLine.Level.INFO, sentence));
  }

  @Override
  public void warned(String sentence) {
    logs.line(LogLine.of(LogLine.Level.WARN, sentence));
  }
}
