package org.rollcall.cli;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Everybody on this side who hears a run's events: the logs, and a progress bar on a terminal.
final class Listeners implements Consumer<RunEvent>, AutoCloseable {
  private final List<Consumer<RunEvent>> all;
  private final LiveProgress progress;

  private Listeners(LiveProgress progress, List<Consumer<RunEvent>> all) {
    this.progress = progress;
    this.all = all;
  }

  static Listeners of(LogOptions logging, Terminal terminal) {
    var lines = logging.open(terminal).lines();
    var progress = new LiveProgress(terminal);
    return new Listeners(
        progress, logging.hasBar(terminal) ? List.of(lines, progress) : List.of(lines));
  }

  @Override
  public void accept(RunEvent event) {
    all.forEach(each -> each.accept(event));
  }

  @Override
  public void close() {
    progress.close();
  }
}
