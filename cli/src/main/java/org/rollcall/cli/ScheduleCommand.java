package org.rollcall.cli;

import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.json.ScheduleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what the schedules come to.
@Command(
    name = "schedule",
    header = "Show when each sync runs next.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Prints the next five runs of each sync that has a schedule in its settings, in UTC and in the "
          + "zone of the schedule, right across summer time, and which syncs are paused. Asks nobody "
          + "but the store, and starts nothing.",
      "",
      "Examples:",
      "  rollcall schedule",
      "  rollcall schedule --sync north --json",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the next runs were printed, if there are any",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class ScheduleCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  ScheduleCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var timetables = operations.timetables(settings.selection(), SHOWN);
    if (json) {
      terminal.out().print(ScheduleJson.of(timetables));
    } else {
      ScheduleView.of(timetables).forEach(terminal.out()::println);
    }
    return ExitCode.CONVERGED.code();
  }
}
