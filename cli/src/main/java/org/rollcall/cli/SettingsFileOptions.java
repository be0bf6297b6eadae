package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import picocli.CommandLine.Option;

/// Which settings a command uses, with all their syncs.
class SettingsFileOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The settings file. Default: rollcall.yaml where there is one, else the built-in profile."
      })
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = {
        "Variables for the settings, one NAME=value a line; those of the process have precedence.",
        "Default: .env beside the settings file, where there is one."
      })
  private Optional<Path> environmentFile = Optional.empty();

  /// The settings, without a choice among their syncs.
  final Selection file() {
    return file(Optional.empty());
  }

  final Selection file(Optional<SyncName> sync) {
    return new Selection(config, environmentFile, sync);
  }
}
