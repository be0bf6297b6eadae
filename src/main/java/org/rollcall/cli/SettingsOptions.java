package org.rollcall.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/// The options of every command that reads the roster.
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The settings file. Default: rollcall.yaml where there is one, else the built-in profile."
      })
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Only the first N members of the roster.")
  private Optional<Integer> limit = Optional.empty();

  Optional<Path> config() {
    return config;
  }

  OptionalInt limit() {
    return optional(limit);
  }

  static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
