package org.rollcall.cli;

import java.util.List;
import org.rollcall.run.RunEvent;

/// Makes the lines of a log from the events of one run, in their order.
interface Lines {
  /// The lines of `event`. Most events have one line, many have none.
  List<LogLine> of(RunEvent event);

  /// What was kept back, when no event follows.
  default List<LogLine> rest() {
    return List.of();
  }
}
