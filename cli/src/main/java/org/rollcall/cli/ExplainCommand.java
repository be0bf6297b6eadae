package org.rollcall.cli;

import org.rollcall.app.Operations;
import org.rollcall.json.ExplanationJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains why a member looks as they do in Intercom.
@Command(
    name = "explain",
    header = "Say why a member looks as they do in Intercom.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Shows the member's row in the roster, how each field is computed from it, the contact in "
          + "Intercom beside it, what the next run would do and why, and what the latest runs did. "
          + "Reads both sides whole, as a run does; writes nothing.",
      "",
      "Examples:",
      "  rollcall explain 10001",
      "  rollcall explain ana@example.org --json",
      ""
    })
final class ExplainCommand extends RosterCommand {
  @Parameters(paramLabel = "WHO", description = "A member number or an e-mail address.")
  private String who = "";

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  ExplainCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var listeners = answering(settings.selection())) {
      var explanation = operations.explain(settings.selection(), who, listeners);
      if (json) {
        terminal.out().print(new ExplanationJson(logging.inResults()).of(explanation));
      } else {
        new ExplanationView(logging.inResults()).of(explanation).forEach(terminal.out()::println);
      }
      return ExitCode.CONVERGED.code();
    }
  }
}
