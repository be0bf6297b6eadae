package org.rollcall.cli;

import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/// How much of the roster to read.
final class LimitOption {
  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Only the first N members of the roster.")
  private Optional<Integer> limit = Optional.empty();

  OptionalInt limit() {
    return SettingsOptions.optional(limit);
  }
}
