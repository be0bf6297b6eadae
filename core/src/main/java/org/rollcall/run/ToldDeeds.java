package org.rollcall.run;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.apply.DeedLog;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;

/// Tells deeds as events of the run. Who writes them down does so before [Consumer#accept] returns.
record ToldDeeds(Consumer<RunEvent> events) implements DeedLog {
  @Override
  public void begin(List<Change> changes) {
    events.accept(new RunEvent.Intended(changes));
  }

  @Override
  public void about(MemberId member, List<DeedRecord> deeds) {
    events.accept(new RunEvent.Done(member, deeds, true));
  }

  @Override
  public void done(MemberId member, List<DeedRecord> deeds) {
    events.accept(new RunEvent.Done(member, deeds, false));
  }
}
