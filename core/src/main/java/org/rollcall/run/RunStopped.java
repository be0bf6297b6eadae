package org.rollcall.run;

/// A run cannot begin or go on. The message is the sentence its operator reads.
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why, in the terms of the exit code.
  public enum Kind {
    /// The source is broken or a token refused: exit 1.
    FAILED,
    /// The settings do not fit what they describe: exit 2.
    SETTINGS,
    /// A safeguard stands in the way: exit 4.
    REFUSED,
    /// Somebody asked for the end, and there is nothing to report: exit 130.
    INTERRUPTED
  }

  private final Kind kind;

  public RunStopped(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  public RunStopped(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
