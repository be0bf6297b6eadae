package org.rollcall.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings cannot be used. The message lists all problems, one per line.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;
  private final transient List<Problem> forIntercom;

  /// @param problems at least one; duplicates are dropped, and the rest is in the order of the file
  public SettingsException(List<Problem> problems) {
    this(problems, List.of());
  }

  /// @param forIntercom what also keeps a command from calling Intercom
  SettingsException(List<Problem> problems, List<Problem> forIntercom) {
    var ordered = problems.stream().distinct().sorted().toList();
    super(ordered.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = ordered;
    this.forIntercom = List.copyOf(forIntercom);
  }

  /// All problems in the order of the file.
  public List<Problem> problems() {
    return problems;
  }

  /// The same for a command that calls Intercom. A token that is missing or is none is a problem
  /// for it, too.
  public SettingsException callingIntercom() {
    return new SettingsException(
        Stream.concat(problems.stream(), forIntercom.stream()).toList(), List.of());
  }
}
