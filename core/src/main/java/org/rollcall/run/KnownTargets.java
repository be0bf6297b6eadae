package org.rollcall.run;

import java.util.Optional;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;

/// The targets that earlier runs had. A run that calls Intercom finds its target there; one that
/// must not call Intercom has nothing else to know it by.
///
/// Earlier programs kept what they learned by the roster alone. Such facts are unclaimed until a
/// target of their roster is admitted.
///
/// Nothing here throws: what cannot be read counts as not known, and what cannot be kept is not
/// known to the next run. For many threads.
public interface KnownTargets {
  /// Remembers that a run has found this target. It gets all unclaimed facts of its roster, and of
  /// its workspace; where it has a fact of its own already, that one stays. All of this happens or
  /// nothing of it does, and once it has happened it costs next to nothing.
  ///
  /// @param access a digest of what opened the workspace, never the token itself; where it is
  ///   empty, what it opens is not remembered
  void admit(Target target, String access);

  /// This roster and the workspace that the access opened last; empty where it has opened none that
  /// is known, and where the access is empty. The target itself may be one that no run has had.
  Optional<Target> behind(RosterName roster, String access);

  /// Whether any target of this roster was ever admitted.
  boolean knows(RosterName roster);

  /// Whether an earlier program learned anything of this roster that no target has claimed.
  boolean hasUnclaimed(RosterName roster);

  /// Where nothing is kept.
  static KnownTargets none() {
    return new KnownTargets() {
      @Override
      public void admit(Target target, String access) {}

      @Override
      public Optional<Target> behind(RosterName roster, String access) {
        return Optional.empty();
      }

      @Override
      public boolean knows(RosterName roster) {
        return false;
      }

      @Override
      public boolean hasUnclaimed(RosterName roster) {
        return false;
      }
    };
  }
}
