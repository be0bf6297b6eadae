package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Brake;
import org.rollcall.app.Operations;
import org.rollcall.json.PauseJson;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Keeps runs from beginning.
@Command(
    name = "pause",
    header = "Keep the runs of a sync from beginning.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Runs of sync and apply that are started meanwhile end at once, with exit code 6, and say who "
          + "paused the sync, until when and why. A run that is going on is not stopped. undo --yes "
          + "works all the same. Asks nobody but the store.",
      "",
      "Examples:",
      "  rollcall pause --why 'the roster is being corrected'",
      "  rollcall pause --until 36h",
      "  rollcall pause --sync north --until 2026-12-01T12:00",
      "  rollcall resume",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the sync is paused",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class PauseCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.Converter.class,
      description =
          "When the pause ends by itself: a date (2026-12-01, in UTC), a time, or a while from now "
              + "(36h, 7d, 2w). Default: when somebody resumes the sync.")
  private Optional<Moment> until = Optional.empty();

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "Why, for those who meet the pause. Name nobody.")
  private String why = "";

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  PauseCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var brake = operations.brake(settings.selection());
    var pause = brake.pull(until.map(time -> time.after(brake.clock().instant())), why);
    if (json) {
      terminal.out().print(PauseJson.of(brake, Optional.of(pause)));
    } else {
      terminal.out().println("Sync %s is paused %s.".formatted(brake.sync(), pause.inWords()));
      terminal
          .out()
          .println(
              "Runs that are started meanwhile end at once, with exit code 6, or 0 with --skip-if-paused. %s '%s' ends the pause."
                  .formatted(goingOn(brake), Words.command("resume", brake.sync())));
    }
    return ExitCode.CONVERGED.code();
  }

  private String goingOn(Brake brake) {
    var latest =
        operations.remembered(
            settings.selection(),
            history -> history.runs(new RunFilter(Optional.of(brake.sync()), Optional.empty()), 1));
    return latest.stream()
        .filter(run -> run.status().isEmpty() && run.unended() == Unended.RUNNING)
        .map(run -> "Run %s is going on, and is not stopped.".formatted(run.run()))
        .findFirst()
        .orElse("A run that is going on is not stopped.");
  }
}
