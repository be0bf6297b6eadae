package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.app.Operations;
import org.rollcall.app.UndoOptions;
import org.rollcall.run.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes an earlier run back.
@Command(
    name = "undo",
    header = "Take back what an earlier run did.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Fields get their values of before, contacts that were made are archived, older ones that "
          + "were archived come back; only where Intercom still holds what that run wrote. Shows "
          + "what it would do; with --yes it does it. It is itself a run, and can be taken back.",
      "",
      "The next sync makes contacts equal to the roster again: mend the roster or the settings "
          + "first.",
      "",
      "Examples:",
      "  rollcall history",
      "  rollcall undo 20261123T080000Z-1f2e",
      "  rollcall undo 20261123T080000Z-1f2e --member 10001 --yes",
      ""
    })
final class UndoCommand extends RosterCommand {
  private static final int LISTED = 20;

  @Parameters(paramLabel = "RUN", description = "The run, as 'rollcall history' names it.")
  private String run = "";

  @Option(
      names = "--member",
      paramLabel = "N",
      description = "Only what it did to the member of this number.")
  private Optional<String> member = Optional.empty();

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Option(names = "--force", description = "Apply even what the safeguard would refuse.")
  private boolean force;

  @Option(names = "--json", description = "Print the plan or the report as JSON.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report as JSON to FILE, whole or not at all.")
  private Optional<Path> file = Optional.empty();

  UndoCommand(Operations operations, Terminal terminal) {
    super(operations, terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    var options = new UndoOptions(settings.config(), run, member, force);
    return yes
        ? new Ending(terminal, logging.inResults(), file, json).of(undone(options)).code()
        : shown(options).code();
  }

  private Report undone(UndoOptions options) throws InterruptedException {
    try (var listeners = listeners()) {
      var stop = StopSignal.listen(StopSignal.PATIENCE, terminal);
      return operations.undo(options, listeners, stop);
    }
  }

  private ExitCode shown(UndoOptions options) throws InterruptedException {
    try (var listeners = listeners()) {
      var plan = operations.planUndo(options, listeners);
      if (json) {
        Json.print(new PlanJson(logging.inResults()).of(plan), terminal.out());
      } else {
        new PlanView(Paint.on(terminal.outLook()), logging.inResults(), LISTED)
            .of(plan)
            .forEach(terminal.out()::println);
        terminal.out().println("Nothing was written. 'rollcall undo " + run + " --yes' does it.");
      }
      return ExitCode.CONVERGED;
    }
  }
}
