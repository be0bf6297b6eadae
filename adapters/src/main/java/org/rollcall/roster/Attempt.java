package org.rollcall.roster;

import java.time.Duration;
import java.util.Optional;

/// The result of one try to read. A try throws if another try would not help.
public sealed interface Attempt<T> {
  /// It got what was asked for.
  record Got<T>(T value) implements Attempt<T> {}

  /// It failed for a reason that may pass.
  ///
  /// @param why the reason, as the part of a sentence that follows "because"
  /// @param atLeast how long the source asked to wait; zero if it did not
  /// @param cause the Java failure behind it, if there is one
  /// @param took the time that the try is known to have taken; zero if it was short or is not known
  /// @param hint what may be behind it and how to find out, as a sentence; `""` for nothing
  record Passing<T>(
      String why, Duration atLeast, Optional<Exception> cause, Duration took, String hint)
      implements Attempt<T> {
    /// A try of which no more is known.
    public Passing(String why, Duration atLeast, Optional<Exception> cause, Duration took) {
      this(why, atLeast, cause, took, "");
    }

    /// A try that took no time worth counting.
    public Passing(String why, Duration atLeast, Optional<Exception> cause) {
      this(why, atLeast, cause, Duration.ZERO);
    }
  }
}
