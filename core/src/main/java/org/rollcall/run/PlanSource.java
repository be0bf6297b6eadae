package org.rollcall.run;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// Where a plan comes from: two sides that are compared, or an earlier run that is taken back.
public interface PlanSource {
  /// Makes the plan. Writes nothing.
  ///
  /// @param limit for the first so many members only; empty for all
  /// @throws RunStopped when it cannot be made
  /// @throws InterruptedException when the calling thread is interrupted
  Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException;
}
