package org.rollcall.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The settings cannot be used. The message lists all problems, one per line.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /// @param problems at least one; duplicates are dropped, and the rest is in the order of the file
  public SettingsException(List<Problem> problems) {
    var ordered = problems.stream().distinct().sorted().toList();
    super(ordered.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = ordered;
  }

  /// All problems in the order of the file.
  public List<Problem> problems() {
    return problems;
  }
}
