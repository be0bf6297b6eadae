package org.rollcall.cli;

import java.util.List;
import org.rollcall.run.RunEvent;

/// What is logged beside the answer to a question: why it takes long, and what went wrong beside
/// it. Nothing of members whom nobody asked about. Not for use by several threads at once.
///
/// @param all tells everything
record AnswerLines(EventLines all) implements Lines {
  @Override
  public List<LogLine> of(RunEvent event) {
    var told = all.of(event); // also of what is left out: the lines learn their run from it
    return switch (event) {
      case RunEvent.Warned _,
          RunEvent.RosterRetry _,
          RunEvent.GatewayRetry _,
          RunEvent.RateWait _,
          RunEvent.Missed _ ->
          told;
      case RunEvent _ -> List.of();
    };
  }
}
