package org.rollcall.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Carries out in bulk what it can of a plan, before the rest goes member by member.
@FunctionalInterface
public interface BulkLoad {
  /// @param again how the run wants it planned anew
  /// @param stop once it says true nothing more is handed over or waited for
  /// @return what is left to do, and what became of those handed over
  BulkResult load(
      Planned planned, Replanning again, BooleanSupplier stop, Consumer<RunEvent> events);

  /// Plans anew in the middle of a run.
  @FunctionalInterface
  interface Replanning {
    /// @throws RunStopped when that cannot be done, or the plan is refused
    /// @throws InterruptedException when the calling thread is interrupted
    Planned plan(PlanSource source) throws InterruptedException;
  }
}
