package org.rollcall.cli;

import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// The form in which the history is printed; one at most.
final class HistoryFormOption {
  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(
      names = "--csv",
      description = "Print it as CSV: a line for each run, or for each field that a run wrote.")
  private boolean csv;

  /// @param isNarrowed whether only some runs were asked for
  HistoryForm of(Screen screen, Privacy privacy, boolean isNarrowed) {
    if (json) {
      return new HistoryObjects(screen, privacy);
    }
    return csv ? new HistoryTable(screen, privacy) : new HistoryLines(screen, privacy, isNarrowed);
  }
}
