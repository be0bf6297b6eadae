package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/// Which settings a command goes by.
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The settings file. Default: rollcall.yaml where there is one, else the built-in profile."
      })
  private Optional<Path> config = Optional.empty();

  Optional<Path> config() {
    return config;
  }

  static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
