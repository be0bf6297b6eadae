package org.rollcall.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.app.Operations;
import org.rollcall.json.PauseJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lets runs begin again.
@Command(
    name = "resume",
    header = "End the pause of a sync.",
    abbreviateSynopsis = true,
    description = {
      "",
      "Runs that are started from now on begin as usual. Starts none itself. A pause with --until "
          + "ends without it.",
      "",
      "Examples:",
      "  rollcall resume",
      "  rollcall resume --sync north",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the sync is not paused any more",
      "1:the store cannot be used",
      "2:wrong usage or settings"
    })
final class ResumeCommand implements Callable<Integer> {
  private final Operations operations;
  private final Terminal terminal;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  ResumeCommand(Operations operations, Terminal terminal) {
    this.operations = operations;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var brake = operations.brake(settings.selection());
    var ended = brake.release();
    if (json) {
      terminal.out().print(PauseJson.of(brake, Optional.empty()));
    } else {
      terminal
          .out()
          .println(
              ended
                  .map(pause ->
                      "Sync %s may run again. It was paused %s."
                          .formatted(brake.sync(), pause.inWords()))
                  .orElseGet(() -> "Sync %s is not paused.".formatted(brake.sync())));
    }
    return ExitCode.CONVERGED.code();
  }
}
