package org.rollcall.run;

import java.util.OptionalInt;

/// What is remembered of the last run that finished: losing it loses a safeguard, never
/// correctness.
public interface LastGoodRun {
  /// How many members it read; empty where nothing is remembered.
  ///
  /// @throws RunStopped when that cannot be told, and no run may go on without
  OptionalInt members();

  /// Remembers that a run read this many.
  void remember(int members);
}
