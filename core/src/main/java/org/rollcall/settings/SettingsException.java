package org.rollcall.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The settings cannot be used as they are. The message is the whole list of problems, one a line,
/// as a person reads it.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /// @param problems at least one; each is told once, in the order of the file
  public SettingsException(List<Problem> problems) {
    var ordered = problems.stream().distinct().sorted().toList();
    super(ordered.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = ordered;
  }

  /// Every problem found, in the order of the file.
  public List<Problem> problems() {
    return problems;
  }
}
