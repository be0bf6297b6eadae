package org.rollcall.cli;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Everybody on this side who hears a run's events: the logs, and a progress bar on a terminal.
final class Listeners implements Consumer<RunEvent>, AutoCloseable {
  private final List<Consumer<RunEvent>> all;
  private final Logs logs;
  private final LiveProgress progress;

  private Listeners(Logs logs, LiveProgress progress, List<Consumer<RunEvent>> all) {
    this.logs = logs;
    this.progress = progress;
    this.all = all;
  }

  static Listeners of(LogOptions logging, Terminal terminal) {
    var logs = logging.open(terminal);
    var lines = logs.lines();
    var progress = new LiveProgress(terminal, logging.keepsBar());
    return new Listeners(
        logs, progress, logging.hasBar(terminal) ? List.of(lines, progress) : List.of(lines));
  }

  @Override
  public void accept(RunEvent event) {
    all.forEach(each -> each.accept(event));
  }

  @Override
  public void close() {
    progress.close();
    logs.finish();
  }
}
