package org.rollcall.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.page.NightBar;
import org.rollcall.page.RunPage;
import org.rollcall.review.History;
import org.rollcall.review.JournaledFight;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.RunSheet;
import org.rollcall.review.ToldRun;
import org.rollcall.run.RunStopped;
import picocli.CommandLine.ArgGroup;
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
      "  rollcall history --since 7d --failed",
      "  rollcall history --member 10001",
      "  rollcall history --sync north --workspace ab12cd34",
      "  rollcall history --fights",
      "  rollcall history latest",
      "  rollcall history latest --failed --csv > failed.csv",
      "  rollcall history latest --html night.html --privacy mask",
      "  rollcall history 20261123T080000Z-1f2e --json",
      ""
    })
final class HistoryCommand implements Callable<Integer> {
  /// What is left for a week was not written in the runs of that week.
  private static final int RUNS_OF_FIGHTS = 30;

  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();
  @Mixin private final HistoryOptions asked = new HistoryOptions();

  @Option(
      names = "--fights",
      description =
          "Only what was written in the same way again and again, in the last 30 runs or more.")
  private boolean fights;

  @ArgGroup private HistoryFormOption form = new HistoryFormOption();

  @Mixin private final HtmlOption html = new HtmlOption();

  @Mixin private final PrivacyOption privacy = new PrivacyOption();

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
    if (html.file().isPresent() && run.isEmpty()) {
      throw new RunStopped(
          RunStopped.Kind.SETTINGS, "A page is of one run: 'rollcall history latest --html FILE'.");
    }
    html.file().ifPresent(SideFile::check);
    return operations.remembered(settings.selection(), this::told).code();
  }

  private ExitCode told(History history) {
    if (run.isPresent()) {
      return one(history, run.get());
    }
    if (fights) {
      fights(history);
    } else if (filter().member().isPresent()) {
      form().member(runs(history).stream().map(each -> told(history, each)).toList());
    } else {
      all(history);
    }
    return ExitCode.CONVERGED;
  }

  private void fights(History history) {
    var found =
        JournaledFight.among(
            history.runs(filter(), Math.max(asked.last(), RUNS_OF_FIGHTS)), history::changes);
    form().fights(found.stream().filter(each -> asked.isAbout(each.fight().member())).toList());
  }

  /// Who failed in several runs in a row is told where no runs between them are left out.
  private void all(History history) {
    var runs = runs(history);
    form().runs(runs, filter().failed() ? List.of() : Failing.among(runs, history::changes));
  }

  private ExitCode one(History history, String name) {
    var found = history.named(name, new RunFilter(settings.sync(), asked.workspace()));
    if (found.isEmpty()) {
      terminal.err().println(History.unknown(name));
      return ExitCode.FAILED;
    }
    var told = told(history, found.get());
    form().run(told);
    page(history, told);
    return ExitCode.CONVERGED;
  }

  private void page(History history, ToldRun told) {
    var run = told.run();
    var all =
        new RunFilter(Optional.of(run.sync()), run.target().map(each -> each.workspace().id()));
    var shown = privacy.or(operations, settings.selection());
    html.write(
        () ->
            new RunPage(shown)
                .of(RunSheet.of(run, told.changes()), history.runs(all, NightBar.MOST)),
        shown);
  }

  private List<JournaledRun> runs(History history) {
    return history.runs(filter(), asked.last());
  }

  private ToldRun told(History history, JournaledRun found) {
    return new ToldRun(
        found, history.changes(found.run()).stream().filter(filter()::includes).toList());
  }

  private RunFilter filter() {
    return asked.filter(settings.sync(), Instant.now());
  }

  private HistoryForm form() {
    var shown = privacy.or(operations, settings.selection());
    return form.of(terminal.out(), shown, asked.isNarrow() || settings.sync().isPresent());
  }
}
