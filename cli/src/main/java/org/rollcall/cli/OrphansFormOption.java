package org.rollcall.cli;

import org.rollcall.app.OrphanList;
import org.rollcall.json.OrphansJson;
import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// The form in which orphans are printed; one at most.
final class OrphansFormOption {
  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  @Option(names = "--csv", description = "Print them as CSV: a line for each contact.")
  private boolean csv;

  /// @param privacy how people's data appear
  void print(OrphanList orphans, Privacy privacy, Screen screen) {
    if (json) {
      screen.print(new OrphansJson(privacy).of(orphans));
    } else if (csv) {
      new OrphansTable(privacy).of(orphans).forEach(screen::println);
    } else {
      new OrphansView(privacy).of(orphans).forEach(screen::println);
    }
  }
}
