package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.app.Brake;
import org.rollcall.app.Operations;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Selection;
import org.rollcall.json.PlanJson;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.run.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes back an earlier run.
@Command(
    name = "undo",
    header = "Take back what an earlier run did.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Gives fields their earlier values back, archives contacts that the run made and brings back "
          + "those that it archived, but only where Intercom still holds what the run wrote. Shows "
          + "what it would do; with --yes it does it. It is itself a run, and can be taken back.",
      "",
      "The next sync makes contacts equal to the roster again: correct the roster or the settings "
          + "first, and keep it from beginning with 'rollcall pause' until then. A pause does not keep "
          + "undo from working.",
      "",
      "Examples:",
      "  rollcall history",
      "  rollcall undo 20261123T080000Z-1f2e",
      "  rollcall undo 20261123T080000Z-1f2e --member 10001 --yes",
      ""
    })
final class UndoCommand extends RosterCommand {
  @Parameters(
      paramLabel = "RUN",
      description = "The run, as 'rollcall history' names it; latest for the latest.")
  private String run = "";

  @Option(
      names = "--member",
      paramLabel = "N",
      description = "Only what it did to the member of this number.")
  private Optional<String> member = Optional.empty();

  @Mixin private final ListingOption listing = new ListingOption();

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Mixin private final OverrideOptions override = new OverrideOptions();

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
    ReportFile.check(file);
    var found =
        operations.remembered(
            settings.selection(),
            history -> history.named(run, new RunFilter(settings.sync(), Optional.empty())));
    run = found.map(JournaledRun::run).orElse(run);
    var request = new RunRequest.Undo(run, member, override.overrides());
    var selection = selection(found);
    try (var listeners = yes ? listeners(selection) : answering(selection)) {
      return (yes ? undone(selection, request, listeners) : shown(selection, request, listeners))
          .code();
    }
  }

  /// The sync of the run, unless the command line names another.
  private Selection selection(Optional<JournaledRun> found) {
    return found
        .map(JournaledRun::sync)
        .filter(operations.syncs(settings.selection())::contains)
        .map(settings::selectionOr)
        .orElse(settings.selection());
  }

  private ExitCode undone(Selection selection, RunRequest.Undo request, Listeners listeners)
      throws InterruptedException {
    var ended =
        new ForegroundRun(signal(), listeners, Optional.empty())
            .await(operations.start(selection, request));
    var ending = new Ending(terminal, logging.inResults(), file, json);
    var code = ending.ofSome(ended, nothing());
    if (!ending.isForPrograms()) {
      if (code == ExitCode.CONVERGED && isAllSkipped(ended)) {
        terminal.out().println(nothing());
      } else if (ended.totals().updated() > 0) {
        terminal.out().println(afterwards(operations.brake(selection)));
      }
    }
    return code;
  }

  /// The next night would do it all again.
  private static String afterwards(Brake brake) {
    return brake
        .pause()
        .map(pause ->
            "Sync %s is paused, so no run writes it again until '%s'%s."
                .formatted(
                    brake.sync(),
                    Words.command("resume", brake.sync()),
                    pause.until().map(end -> ", or until " + end).orElse("")))
        .orElseGet(() ->
            "The next sync writes it again, unless the roster or the settings change before. '%s' keeps it from beginning until then."
                .formatted(Words.command("pause", brake.sync())));
  }

  private static boolean isAllSkipped(Report report) {
    return report.totals().skipped() > 0 && report.totals().updated() == 0;
  }

  private String doing() {
    var only = member.map(number -> " --member " + number).orElse("");
    return "'rollcall undo %s%s --yes' does it.".formatted(run, only);
  }

  private String nothing() {
    var whom = member.map(number -> " for member " + number).orElse("");
    return "There is nothing to take back of run %s%s.".formatted(run, whom);
  }

  private ExitCode shown(Selection selection, RunRequest.Undo request, Listeners listeners)
      throws InterruptedException {
    var made = operations.planUndo(selection, request, listeners);
    var plan = made.plan();
    if (json) {
      terminal.out().print(new PlanJson(logging.inResults()).of(made.sheet()));
    } else {
      new PlanText(logging.inResults(), listing.listing(), PlanPurpose.UNDO)
          .of(made.sheet())
          .forEach(terminal.out()::println);
      terminal.out().println(plan.isEmpty() ? nothing() : "Nothing was written. " + doing());
      if (!plan.isEmpty()) {
        terminal.out().println(afterwards(operations.brake(selection)));
      }
    }
    return ExitCode.CONVERGED;
  }
}
