package org.rollcall.app;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.ChangePage;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;

/// The history of a store. Of a run that never said that it ended, the lease of its workspace tells
/// whether it goes on.
///
/// @param leases the store's
record LeasedHistory(History history, LeaseRecord leases, LeaseHolder holder, LeaseClock clock)
    implements History {
  @Override
  public List<JournaledRun> runs(RunFilter filter, int last) {
    return history.runs(filter, last).stream().map(this::judged).toList();
  }

  @Override
  public Optional<JournaledRun> run(String run) {
    return history.run(run).map(this::judged);
  }

  @Override
  public List<JournaledChange> changes(String run) {
    return history.changes(run);
  }

  @Override
  public List<JournaledChange> changes(String run, ChangePage page) {
    return history.changes(run, page);
  }

  @Override
  public List<JournaledChange> settled(String run, int from, int most) {
    return history.settled(run, from, most);
  }

  @Override
  public List<NoticeRecord> notices(String run) {
    return history.notices(run);
  }

  @Override
  public List<JournaledChange> changes(Target target, MemberId member, int last) {
    return history.changes(target, member, last);
  }

  private JournaledRun judged(JournaledRun run) {
    return run.status().isPresent()
        ? run
        : run.target().map(target -> run.as(unended(run.run(), target))).orElse(run);
  }

  private Unended unended(String run, Target target) {
    var seen = leases.look(target.workspace().id());
    return switch (LeaseVerdict.of(seen, holder, clock.now().uptime())) {
      case LeaseVerdict.Free() -> Unended.CRASHED;
      case LeaseVerdict.Living(var row) ->
          row.run().equals(run) ? Unended.RUNNING : Unended.CRASHED;
      case LeaseVerdict.Doubtful(var row, _) ->
          row.run().equals(run) ? Unended.UNKNOWN : Unended.CRASHED;
    };
  }
}
