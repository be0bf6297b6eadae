package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.EndedAs;
import org.rollcall.review.History;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import org.rollcall.store.FileLeaseRecord;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;

class LeasedHistoryTest {
  private static final Target TARGET =
      new Target(new RosterName("here public.members"), new Workspace("ab12", "Club", "US"));

  @TempDir private Path folder;
  private final LeaseHolder holder = new LeaseHolder();
  private final LeaseClock clock = LeaseClock.ofMachine(InstantSource.system());

  @Test
  void a_run_that_holds_the_lease_goes_on_until_its_process_lets_go() {
    holder.begin("run-2");
    take("run-2");
    assertThat(unended("run-2")).isEqualTo(Unended.RUNNING);
    assertThat(unended("run-1")).isEqualTo(Unended.CRASHED);
    holder.end("run-2");
    assertThat(unended("run-2")).isEqualTo(Unended.CRASHED);
  }

  @Test
  void without_a_lease_it_has_crashed_and_without_a_workspace_nothing_is_known() {
    assertThat(unended("run-1")).isEqualTo(Unended.CRASHED);
    assertThat(history(run("run-1", Optional.empty(), Optional.empty())).run("run-1"))
        .map(JournaledRun::unended)
        .contains(Unended.UNKNOWN);
  }

  @Test
  void of_a_run_that_said_how_it_ended_no_lease_is_asked() {
    var ended = run("run-1", Optional.of(TARGET), Optional.of(EndedAs.PARTIAL));
    assertThat(history(ended).runs(RunFilter.ALL, 1)).containsExactly(ended);
  }

  private Unended unended(String run) {
    return history(run(run, Optional.of(TARGET), Optional.empty()))
        .run(run)
        .orElseThrow()
        .unended();
  }

  private void take(String run) {
    var record = new FileLeaseRecord(folder, clock);
    var claim = new LeaseRecord.Claim(run, holder.name(), holder.process(), Duration.ofMinutes(10));
    assertThat(record.take("ab12", record.look("ab12"), claim)).isPresent();
  }

  private History history(JournaledRun only) {
    return new LeasedHistory(new OneRun(only), new FileLeaseRecord(folder, clock), holder, clock);
  }

  private static JournaledRun run(String id, Optional<Target> target, Optional<EndedAs> status) {
    return new JournaledRun(
        id,
        SyncName.DEFAULT,
        target,
        "sync",
        Optional.empty(),
        "0123456789abcdef",
        Instant.EPOCH,
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Unended.UNKNOWN);
  }

  private record OneRun(JournaledRun only) implements History {
    @Override
    public List<JournaledRun> runs(RunFilter filter, int last) {
      return List.of(only);
    }

    @Override
    public Optional<JournaledRun> run(String run) {
      return Optional.of(only).filter(each -> each.run().equals(run));
    }

    @Override
    public List<NoticeRecord> notices(String run) {
      return List.of();
    }

    @Override
    public List<JournaledChange> changes(String run) {
      return List.of();
    }

    @Override
    public List<JournaledChange> changes(Target target, MemberId member, int last) {
      return List.of();
    }
  }
}
