package org.rollcall.server.runs;

import org.rollcall.app.RunHandle;

/// Whether a run has begun.
public sealed interface Begun {
  /// It has.
  record Started(RunHandle run) implements Begun {}

  /// A run of the same sync goes on here.
  record Busy(RunHandle run) implements Begun {}

  /// As many runs go on here as this process may have.
  ///
  /// @param most how many
  record Full(int most) implements Begun {}

  /// The service is about to end.
  record Closing() implements Begun {}
}
