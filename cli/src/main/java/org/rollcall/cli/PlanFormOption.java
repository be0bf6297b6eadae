package org.rollcall.cli;

import org.rollcall.json.PlanJson;
import org.rollcall.model.Privacy;
import picocli.CommandLine.Option;

/// The form in which a plan is printed; one at most.
final class PlanFormOption {
  @Option(names = "--json", description = "Print the plan as JSON.")
  private boolean json;

  @Option(
      names = "--csv",
      description = "Print it as CSV: a line for each field that would change.")
  private boolean csv;

  @Option(
      names = "--markdown",
      description = "Print it as Markdown, for an agenda or a pull request.")
  private boolean markdown;

  @Option(names = "--summary", description = "Print only what it comes to, field by field.")
  private boolean summary;

  /// @param purpose what it is shown for
  PlanForm of(Screen screen, Privacy privacy, Listing listing, PlanPurpose purpose) {
    if (json) {
      return plan -> screen.print(new PlanJson(privacy).of(plan));
    }
    if (csv) {
      return plan -> new PlanTable(privacy).of(plan).forEach(screen::println);
    }
    if (markdown) {
      return plan -> new PlanMarkdown(privacy, listing, purpose).of(plan).forEach(screen::println);
    }
    var text = new PlanText(privacy, listing, purpose);
    return plan -> (summary ? text.summary(plan) : text.of(plan)).forEach(screen::println);
  }
}
