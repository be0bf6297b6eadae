package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.model.Privacy;
import org.rollcall.review.History;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.RunFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What earlier runs did.
@Command(
    name = "history",
    header = "Show what earlier runs did.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Without RUN, shows a line for each of the latest runs, and who has failed for several "
          + "nights. With RUN, shows that run in full: why members failed, how many for each cause, "
          + "and each change with the values before and after. With --fights, shows which values "
          + "come back every time although runs write others.",
      "",
      "Examples:",
      "  rollcall history --last 30",
      "  rollcall history --sync north --workspace ab12cd34",
      "  rollcall history --fights",
      "  rollcall history latest",
      "  rollcall history 20261123T080000Z-1f2e",
      "  rollcall history 20261123T080000Z-1f2e --json",
      ""
    })
final class HistoryCommand implements Callable<Integer> {
  /// What is left for a week was not written in the runs of that week.
  private static final int RUNS_OF_FIGHTS = 30;

  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--last",
      paramLabel = "N",
      converter = AtLeastOne.class,
      defaultValue = "10",
      description = "How many runs. Default: ${DEFAULT-VALUE}.")
  private int last;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "Only runs that wrote to the workspace of this id or name.")
  private Optional<String> workspace = Optional.empty();

  @Option(
      names = "--fights",
      description =
          "Only what was written in the same way again and again, in the last 30 runs or more.")
  private boolean fights;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(
      names = "--privacy",
      paramLabel = "CHOICE",
      description = "show or mask people. Default: as the settings say, else show.")
  private Optional<Privacy> privacy = Optional.empty();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "One run, in full; latest for the latest.")
  private Optional<String> run = Optional.empty();

  HistoryCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return operations
        .remembered(
            settings.selection(),
            history ->
                fights
                    ? fights(history)
                    : run.map(id -> one(history, id)).orElseGet(() -> all(history)))
        .code();
  }

  private ExitCode fights(History history) {
    var runs =
        history.runs(new RunFilter(settings.sync(), workspace), Math.max(last, RUNS_OF_FIGHTS));
    var found = JournaledFight.among(runs, history::changes);
    if (json) {
      Json.print(new HistoryJson(privacy()).ofFights(found), terminal.out());
    } else {
      new FightsView(privacy()).of(found).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED;
  }

  private ExitCode all(History history) {
    var runs = history.runs(new RunFilter(settings.sync(), workspace), last);
    if (json) {
      Json.print(HistoryJson.of(runs), terminal.out());
    } else {
      new HistoryView(privacy())
          .of(runs, Failing.among(runs, history::changes))
          .forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED;
  }

  private ExitCode one(History history, String id) {
    var found = history.named(id, new RunFilter(settings.sync(), workspace));
    if (found.isEmpty()) {
      terminal.err().println("No run is called " + id + ". 'rollcall history' lists the latest.");
      return ExitCode.FAILED;
    }
    var changes = history.changes(found.get().run());
    if (json) {
      Json.print(new HistoryJson(privacy()).of(found.get(), changes), terminal.out());
    } else {
      new HistoryView(privacy()).of(found.get(), changes).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED;
  }

  private Privacy privacy() {
    return privacy.or(() -> operations.privacy(settings.selection())).orElse(Privacy.SHOW);
  }
}
