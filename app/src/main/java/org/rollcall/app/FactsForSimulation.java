package org.rollcall.app;

import java.util.Optional;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.run.Basis;
import org.rollcall.run.KnownTargets;
import org.rollcall.run.LastWritten;
import org.rollcall.run.LearnedFacts;

/// The facts for a run that must not call Intercom. It cannot ask which workspace it is about.
///
/// @param target as earlier runs found it; empty where none did
/// @param facts what they learned of it
/// @param basis what the figures rest on
/// @param warning what the operator should know about the figures; empty where there is nothing
record FactsForSimulation(
    Optional<Target> target, LearnedFacts facts, Basis basis, Optional<String> warning) {
  /// For a store that remembers nothing.
  static FactsForSimulation none() {
    return new FactsForSimulation(
        Optional.empty(), LearnedFacts.none(), Basis.ROSTER, Optional.empty());
  }

  /// The facts of a target that earlier runs found. If none of them left a contact, nothing is
  /// known about Intercom.
  static FactsForSimulation of(Optional<Target> target, LearnedFacts facts) {
    var contacts = facts.lastWritten().contacts();
    return new FactsForSimulation(
        target,
        new LearnedFacts(facts.pastRuns(), facts.refusedFields(), LastWritten.of(contacts)),
        contacts.isEmpty() ? Basis.ROSTER : Basis.INDEX,
        Optional.empty());
  }

  /// The facts of a workspace that no run of this roster has written to, though runs wrote to
  /// others.
  static FactsForSimulation ofNewWorkspace() {
    return new FactsForSimulation(
        Optional.empty(),
        LearnedFacts.none(),
        Basis.INDEX,
        Optional.of(
            "No run has written this roster to the workspace of this access token yet, so every member counts as one to create. Members who have a contact there already would be updated; `rollcall plan` shows which."));
  }

  /// Finds the target by what earlier runs found behind the same access.
  ///
  /// @param access as [IntercomAccess] tells it; empty where there is no token
  /// @param expected the only workspace that the settings allow; empty for any
  static FactsForSimulation find(
      RosterName roster,
      Optional<String> access,
      Optional<String> expected,
      KnownTargets targets,
      Source source) {
    var target =
        expected
            .map(id -> new Target(roster, new Workspace(id, "", "")))
            .or(() -> access.flatMap(each -> targets.behind(roster, each)));
    if (target.isPresent()) {
      return of(target, source.of(target.get()));
    }
    if (targets.knows(roster)) {
      return access.isPresent() ? ofNewWorkspace() : none();
    }
    return targets.hasUnclaimed(roster) ? of(Optional.empty(), source.unclaimed(roster)) : none();
  }

  /// The source of facts.
  interface Source {
    LearnedFacts of(Target target);

    /// The facts in a store that an earlier version made. They belong to no target yet.
    LearnedFacts unclaimed(RosterName roster);
  }
}
