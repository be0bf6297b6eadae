package org.rollcall.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.Target;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;

/// What a run shall do.
public sealed interface RunRequest {
  /// Its name in the history.
  String command();

  /// A run that may write to Intercom, and is remembered.
  sealed interface Writing extends RunRequest {
    /// What the operator answers for.
    Overrides overrides();
  }

  /// What a run does although it is not safe, because the operator says so.
  ///
  /// @param safeguard apply even what the safeguard would refuse
  /// @param lease write even where the store fails, so that nobody can say whether another run is
  ///   writing
  /// @param workspace the workspace to write to although the last run wrote to another; empty for
  ///   none
  /// @param mapping apply what only comes from a mapping that changed since the last good run
  record Overrides(boolean safeguard, boolean lease, Optional<String> workspace, boolean mapping) {
    /// A run that does nothing of the kind.
    public static final Overrides NONE = new Overrides(false, false, Optional.empty());

    /// A run of the usual mapping.
    public Overrides(boolean safeguard, boolean lease, Optional<String> workspace) {
      this(safeguard, lease, workspace, false);
    }

    /// The same for an operator who may mean the new mapping.
    public Overrides meaningMapping(boolean meant) {
      return new Overrides(safeguard, lease, workspace, meant);
    }
  }

  /// The nightly job: reads, plans, checks, applies.
  ///
  /// @param limit only the first this many members, at least 1; empty for what the settings say
  /// @param batchSize members to a batch, at least 1; empty for what the settings say
  /// @param resend send also what Intercom refused or did not keep before
  record Everybody(OptionalInt limit, OptionalInt batchSize, Overrides overrides, boolean resend)
      implements Writing {
    /// Sends nothing again that Intercom refused or did not keep.
    public Everybody(OptionalInt limit, OptionalInt batchSize, Overrides overrides) {
      this(limit, batchSize, overrides, false);
    }

    @Override
    public String command() {
      return "sync";
    }
  }

  /// Reads the roster and prepares every contact. Makes no call to Intercom and is not remembered.
  ///
  /// @param limit only the first this many members, at least 1; empty for what the settings say
  record Simulated(OptionalInt limit) implements RunRequest {
    @Override
    public String command() {
      return "sync";
    }
  }

  /// Plans again, and carries out only the part of the plan that `choice` selects.
  record Chosen(String command, PlanChoice choice, Overrides overrides) implements Writing {}

  /// Takes back an earlier run, as far as Intercom still holds what it wrote.
  ///
  /// @param run the run to take back
  /// @param member only what it did to this member; empty for everybody
  /// @param choice the part of that which is carried out; empty for all
  record Undo(String run, Optional<String> member, Overrides overrides, Optional<PlanChoice> choice)
      implements Writing {
    /// Takes back all that can be.
    public Undo(String run, Optional<String> member, Overrides overrides) {
      this(run, member, overrides, Optional.empty());
    }

    @Override
    public String command() {
      return "undo";
    }
  }

  /// Selects a part of a plan.
  @FunctionalInterface
  interface PlanChoice {
    /// @param target which roster into which workspace
    /// @param whole the plan for everybody
    /// @return the changes to carry out; may throw [org.rollcall.run.RunStopped] to refuse all
    List<Change> among(Target target, Plan whole);
  }
}
