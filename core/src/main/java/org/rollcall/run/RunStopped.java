package org.rollcall.run;

import java.util.List;

/// A run cannot begin or go on. The message is the sentence its operator reads.
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why, in the terms of the exit code.
  public enum Kind {
    /// The source is broken or a token refused: exit 1.
    FAILED,
    /// What somebody asked for is not there: exit 1.
    MISSING,
    /// The settings do not fit what they describe: exit 2.
    SETTINGS,
    /// A safeguard stands in the way: exit 4.
    REFUSED,
    /// Somebody has paused the sync: exit 6.
    PAUSED,
    /// Somebody asked for the end, and there is nothing to report: exit 130.
    INTERRUPTED
  }

  private final Kind kind;
  private final transient List<String> lines;

  public RunStopped(Kind kind, String sentence) {
    this(kind, List.of(sentence));
  }

  /// @param lines what the operator reads, one line each; at least one
  public RunStopped(Kind kind, List<String> lines) {
    super(String.join("\n", lines));
    this.kind = kind;
    this.lines = List.copyOf(lines);
  }

  public RunStopped(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.lines = List.of(sentence);
  }

  public Kind kind() {
    return kind;
  }

  /// The message, line by line. A line break within a line came from outside.
  public List<String> lines() {
    return lines;
  }
}
