package org.rollcall.cli;

import java.util.List;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunEvent;

/// The lines of one of several runs: each says which.
record NamedLines(Lines lines, SyncName sync, String run) implements Lines {
  @Override
  public List<LogLine> of(RunEvent event) {
    return named(lines.of(event));
  }

  @Override
  public List<LogLine> rest() {
    return named(lines.rest());
  }

  private List<LogLine> named(List<LogLine> some) {
    return some.stream().map(line -> line.of(sync, run)).toList();
  }
}
