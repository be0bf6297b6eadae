package org.rollcall.roster;

import java.time.Duration;
import java.util.Optional;

/// What one try to read came to. A try that no other try can better throws instead.
public sealed interface Attempt<T> {
  /// It brought what was asked for.
  record Got<T>(T value) implements Attempt<T> {}

  /// It failed for a reason that may pass.
  ///
  /// @param why the reason, as the part of a sentence that follows "because"
  /// @param atLeast how long the source asked to be left alone; zero where it did not
  /// @param cause the Java failure behind it, where there is one
  record Passing<T>(String why, Duration atLeast, Optional<Exception> cause)
      implements Attempt<T> {}
}
