package org.rollcall.app;

import org.rollcall.model.Target;
import org.rollcall.run.KnownPause;
import org.rollcall.run.LastWorkspace;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.Revivals;

/// A memory that has forgotten what Intercom refused or did not keep, and remembers it anew.
record ResendingMemory(RunMemory memory) implements RunMemory {
  @Override
  public KnownPause pause() {
    return memory.pause();
  }

  @Override
  public Lease lease() {
    return memory.lease();
  }

  @Override
  public LearnedFacts facts(Target target) {
    return memory.facts(target).resending();
  }

  @Override
  public LastWorkspace lastWorkspace() {
    return memory.lastWorkspace();
  }

  @Override
  public Revivals revivals(Target target) {
    return memory.revivals(target);
  }
}
