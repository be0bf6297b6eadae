package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which members a run is meant for.
final class MembersOption {
  @Option(
      names = "--member",
      paramLabel = "N",
      arity = "1..*",
      description = "Only the members of these numbers.")
  private List<String> members = List.of();

  /// What it was called before.
  @Option(names = "--only", hidden = true, arity = "1..*")
  private List<String> only = List.of();

  boolean isGiven() {
    return !numbers().isEmpty();
  }

  List<String> numbers() {
    return Stream.concat(members.stream(), only.stream()).toList();
  }
}
