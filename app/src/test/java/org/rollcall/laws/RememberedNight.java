package org.rollcall.laws;

import java.util.List;
import java.util.Map;
import org.rollcall.app.RunMemory;
import org.rollcall.model.Target;
import org.rollcall.plan.PastRun;
import org.rollcall.run.LastWritten;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.Lease;
import org.rollcall.run.PastRuns;
import org.rollcall.run.RefusedFields;
import org.rollcall.run.Revivals;

/// Remembers runs by a name of its own: all nights of a club have one id.
record RememberedNight(String night, Map<String, PastRun> past) implements RunMemory, PastRuns {
  @Override
  public Lease lease() {
    return Lease.none();
  }

  @Override
  public LearnedFacts facts(Target target) {
    return new LearnedFacts(this, RefusedFields.none(), LastWritten.none());
  }

  @Override
  public Revivals revivals(Target target) {
    return Revivals.none();
  }

  @Override
  public List<PastRun> all() {
    return List.copyOf(past.values());
  }

  @Override
  public void remember(PastRun run) {
    past.put(night, run);
  }
}
