package org.rollcall.app;

import org.rollcall.model.Target;
import org.rollcall.run.KnownPause;
import org.rollcall.run.LastWorkspace;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.Revivals;

/// What outlives a run. Everything that a run learns belongs to its target.
public interface RunMemory {
  /// Whether somebody has paused the sync.
  default KnownPause pause() {
    return KnownPause.none();
  }

  /// The right to write, one run at a time.
  Lease lease();

  /// What earlier runs learned about this target. From now on the memory knows the target.
  LearnedFacts facts(Target target);

  /// The workspace that the sync was last written to.
  default LastWorkspace lastWorkspace() {
    return LastWorkspace.none();
  }

  /// The contacts of this target that a run has brought back and not yet recognised.
  Revivals revivals(Target target);

  /// The memory of a world that lives no longer than the program.
  static RunMemory none() {
    return new RunMemory() {
      @Override
      public Lease lease() {
        return Lease.none();
      }

      @Override
      public LearnedFacts facts(Target target) {
        return LearnedFacts.none();
      }

      @Override
      public Revivals revivals(Target target) {
        return Revivals.none();
      }
    };
  }
}
