package org.rollcall.run;

import java.util.Optional;
import java.util.function.Function;
import org.rollcall.apply.Applier;
import org.rollcall.model.Target;
import org.rollcall.plan.Roll;

/// What a run is put together from once its target is known.
///
/// @param contacts the way to Intercom for whatever brings contacts back
/// @param planning makes the plan
/// @param bulk carries out in bulk what it can; empty where everything goes member by member
/// @param applier carries a plan out, knowing who is on the roster
/// @param wholeRoster whether the plan is about everybody on the roster
/// @param last where the run notes which workspace it wrote to
/// @param facts what earlier runs learned of the target, and where this one adds to it
public record RunParts(
    RevivalGuard contacts,
    PlanSource planning,
    Optional<BulkLoad> bulk,
    Function<Roll, Applier> applier,
    boolean wholeRoster,
    LearnedFacts facts,
    LastWorkspace last) {
  /// Notes nowhere which workspace it wrote to.
  public RunParts(
      RevivalGuard contacts,
      PlanSource planning,
      Optional<BulkLoad> bulk,
      Function<Roll, Applier> applier,
      boolean wholeRoster,
      LearnedFacts facts) {
    this(contacts, planning, bulk, applier, wholeRoster, facts, LastWorkspace.none());
  }

  /// The same, noting it here.
  public RunParts remembering(LastWorkspace where) {
    return new RunParts(contacts, planning, bulk, applier, wholeRoster, facts, where);
  }

  /// The same for a run of some members only.
  public RunParts ofSome() {
    return new RunParts(contacts, planning, bulk, applier, false, facts.ofSome(), last);
  }

  /// The same for a run that takes another back.
  public RunParts ofUndo() {
    return new RunParts(contacts, planning, bulk, applier, false, facts.ofUndo(), last);
  }

  /// Puts a run together.
  @FunctionalInterface
  public interface Wiring {
    /// @param admitted the target, and the right to write to its workspace
    RunParts of(Admitted admitted);
  }

  /// A target that this run may write to.
  ///
  /// @param target as preflight found it
  /// @param attributes how its workspace defines its attributes
  /// @param lease held until the run is over
  public record Admitted(Target target, AttributeShapes attributes, Lease.Hold lease) {}
}
