package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.apply.Waiter;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.run.Lease;
import org.rollcall.run.RunStopped;
import org.rollcall.store.FileLeaseRecord;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRecord;
import org.rollcall.store.LeaseRecord.Claim;
import org.rollcall.store.LeaseRecord.Tenure;
import org.rollcall.store.LeaseRow;

class HeldLeaseTest {
  private static final Target TARGET =
      new Target(new RosterName("here public.members"), new Workspace("ab12", "Club", "US"));

  /// So long that no heartbeat comes while a test lasts.
  private static final Duration LIFE = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final AtomicLong day = new AtomicLong(1_700_000_000);
  private final AtomicLong awake = new AtomicLong(5_000);
  private final AtomicLong up = new AtomicLong(6_000);
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger losses = new AtomicInteger();
  private final LeaseHolder holder = new LeaseHolder();

  @Test
  void it_is_sure_until_its_life_may_be_over_and_never_again() throws Exception {
    try (var hold = lease(LIFE).hold(TARGET, "run-1")) {
      assertThat(hold.isSure()).isTrue();
      pass(499);
      assertThat(hold.isSure()).isTrue();
      assertThat(losses).hasValue(0);
      pass(1);
      assertThat(hold.isSure()).isFalse();
      pass(-400);
      assertThat(hold.isSure()).isFalse();
      assertThat(losses).hasValue(1);
    }
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("Nothing confirmed for 500 seconds")
        .endsWith("The run ends here, so that two do not write at once.");
  }

  @Test
  void each_clock_alone_ends_it() throws Exception {
    for (var clock : List.of(day, awake, up)) {
      try (var hold = lease(LIFE).hold(TARGET, "run of " + clock)) {
        assertThat(hold.isSure()).isTrue();
        clock.addAndGet(500);
        assertThat(hold.isSure()).isFalse();
      }
    }
  }

  @Test
  void a_suspended_run_has_lost_it_though_the_one_that_took_over_has_ended() throws Exception {
    try (var suspended = lease(LIFE).hold(TARGET, "run-1")) {
      pass(601);
      lease(LIFE).hold(TARGET, "run-2").close();
      assertThat(suspended.isSure()).isFalse();
    }
    assertThat(troubles)
        .singleElement()
        .asString()
        .contains(" Meanwhile run run-2 of ", " took it over, at ", ", and has ended.");
  }

  @Test
  void a_suspended_run_names_the_one_that_has_taken_over() throws Exception {
    var suspended = lease(LIFE).hold(TARGET, "run-1");
    pass(601);
    try (var next = lease(LIFE).hold(TARGET, "run-2")) {
      try (suspended) {
        assertThat(suspended.isSure()).isFalse();
      }
      assertThat(next.isSure()).isTrue();
    }
    assertThat(troubles).singleElement().asString().contains(" Run run-2 of ", " took it over at ");
  }

  @Test
  void a_second_run_of_this_process_is_turned_away_naming_the_first() throws Exception {
    try (var first = lease(LIFE).hold(TARGET, "run-1")) {
      refused("run-2", "run-1 of ");
      assertThat(first.isSure()).isTrue();
    }
    lease(LIFE).hold(TARGET, "run-2").close();
  }

  /// As when one program has two settings files open.
  @Test
  void a_run_of_this_process_lives_whoever_started_it() throws Exception {
    try (var first = lease(LIFE).hold(TARGET, "run-1")) {
      var other =
          new HeldLease(
              List.of(record()), new LeaseHolder(), terms(LIFE, true), clock(), troubles::add);
      assertThatThrownBy(() -> other.hold(TARGET, "run-2"))
          .hasMessageContaining("Another run is writing to this workspace: run-1 of ");
      assertThat(first.isSure()).isTrue();
    }
  }

  @Test
  void a_clock_that_is_set_ahead_takes_no_lease_of_this_machine() throws Exception {
    try (var first = lease(LIFE).hold(TARGET, "run-1")) {
      day.addAndGet(Duration.ofDays(2).toSeconds());
      refused("run-2", "run-1 of ");
      day.addAndGet(-Duration.ofDays(2).toSeconds());
      assertThat(first.isSure()).isTrue();
    }
  }

  @Test
  void a_clock_that_is_ahead_takes_no_living_lease_of_another_machine() {
    var record = record();
    var tenure = elsewhere(folder, Instant.ofEpochSecond(day.get()));
    day.addAndGet(Duration.ofMinutes(20).toSeconds());
    int[] looks = {0};
    var lease =
        lease(
            List.of(record),
            terms(
                true,
                time -> {
                  pass(time.toSeconds());
                  if (++looks[0] == 20) {
                    assertThat(recordOf(Duration.ofMinutes(-20)).renew(tenure)).isTrue();
                  }
                }));
    assertThatThrownBy(() -> lease.hold(TARGET, "run-2"))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Another run is writing to this workspace: run-1 of elsewhere");
    assertThat(looks[0]).isEqualTo(20);
    assertThat(troubles)
        .singleElement()
        .asString()
        .startsWith("The lease of run run-1 of elsewhere.example.org, process 1 ended at ")
        .contains("This run watches it for 600 seconds");
  }

  @Test
  void a_lease_that_a_clock_two_days_ahead_wrote_is_taken_after_one_life() throws Exception {
    var record = record();
    elsewhere(folder, Instant.ofEpochSecond(day.get()).plus(Duration.ofDays(2)));
    long began = awake.get();
    lease(LIFE, record).hold(TARGET, "run-2").close();
    assertThat(awake.get() - began).isEqualTo(LIFE.toSeconds());
    assertThat(troubles)
        .singleElement()
        .asString()
        .contains("which is later than the clock here allows", "watches it for 600 seconds");
  }

  @Test
  void a_lease_that_is_given_back_while_it_is_watched_is_free() throws Exception {
    var record = record();
    var tenure = elsewhere(folder, Instant.ofEpochSecond(day.get()).plus(Duration.ofDays(2)));
    var lease =
        lease(
            List.of(record),
            terms(
                true,
                time -> {
                  pass(time.toSeconds());
                  record.release(tenure);
                }));
    lease.hold(TARGET, "run-2").close();
    assertThat(record.look("ab12").row()).map(LeaseRow::run).contains("run-2");
  }

  @Test
  void whoever_shall_stop_watches_no_longer() {
    var record = record();
    elsewhere(folder, Instant.ofEpochSecond(day.get()).plus(Duration.ofDays(2)));
    var before = record.look("ab12").row();
    var lease =
        lease(
            List.of(record),
            terms(
                true,
                _ -> {
                  throw new InterruptedException("The run shall stop.");
                }));
    assertThatThrownBy(() -> lease.hold(TARGET, "run-2")).isInstanceOf(InterruptedException.class);
    assertThat(record.look("ab12").row()).isEqualTo(before);
  }

  @Test
  void it_renews_itself_while_the_run_lives() throws InterruptedException {
    var quick = Duration.ofMillis(600);
    var clock = LeaseClock.ofMachine(InstantSource.system());
    var began = System.currentTimeMillis();
    var lease =
        new HeldLease(
            List.of(new FileLeaseRecord(folder, clock)),
            holder,
            terms(quick, true),
            clock,
            troubles::add);
    try (var hold = lease.hold(TARGET, "run-1")) {
      while (System.currentTimeMillis() - began < 4 * quick.toMillis()) {
        assertThat(hold.isSure()).as(troubles.toString()).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Test
  void once_given_back_nothing_puts_it_there_again() throws InterruptedException {
    var quick = Duration.ofMillis(90);
    for (int round = 0; round < 5; round++) {
      lease(quick).hold(TARGET, "run-" + round).close();
    }
    TimeUnit.MILLISECONDS.sleep(200);
    var row = record().look("ab12").row().orElseThrow();
    assertThat(row.isReleased()).isTrue();
    assertThat(row.generation()).isEqualTo(5);
  }

  @Test
  void nothing_is_taken_anywhere_while_one_record_refuses() {
    var other = new FileLeaseRecord(folder.resolve("b"), clock());
    elsewhere(folder.resolve("b"), Instant.ofEpochSecond(day.get()));
    var first = new FileLeaseRecord(folder.resolve("a"), clock());
    assertThatThrownBy(() -> lease(LIFE, first, other).hold(TARGET, "run-2"))
        .isInstanceOf(RunStopped.class);
    assertThat(first.look("ab12").row()).isEmpty();
  }

  @Test
  void whoever_is_overtaken_on_the_way_gives_back_what_it_took() {
    var first = new FileLeaseRecord(folder.resolve("a"), clock());
    var other = new FileLeaseRecord(folder.resolve("b"), clock());
    var raced =
        new LeaseRecord() {
          @Override
          public Sight look(String workspace) {
            return other.look(workspace);
          }

          @Override
          public Optional<Tenure> take(String workspace, Sight seen, Claim claim) {
            elsewhere(folder.resolve("b"), Instant.ofEpochSecond(day.get()));
            return other.take(workspace, seen, claim);
          }

          @Override
          public boolean renew(Tenure tenure) {
            return other.renew(tenure);
          }

          @Override
          public void release(Tenure tenure) {
            other.release(tenure);
          }
        };
    assertThatThrownBy(() -> lease(LIFE, first, raced).hold(TARGET, "run-2"))
        .hasMessageContaining("run-1 of elsewhere.example.org");
    assertThat(first.look("ab12").row().orElseThrow().isReleased()).isTrue();
  }

  @Test
  void a_record_that_fails_ends_the_run_and_names_the_way_out() throws IOException {
    var broken = new FileLeaseRecord(Files.createFile(folder.resolve("file")), clock());
    var first = new FileLeaseRecord(folder.resolve("a"), clock());
    assertThatThrownBy(() -> lease(LIFE, first, broken).hold(TARGET, "run-1"))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("cannot be used: ")
        .hasMessageContaining("nothing was written")
        .hasMessageContaining("--no-lease");
    assertThat(first.look("ab12").row()).isEmpty();
  }

  @Test
  void whoever_may_go_without_takes_it_where_it_can_and_is_told_the_rest() throws Exception {
    var broken = new FileLeaseRecord(Files.createFile(folder.resolve("file")), clock());
    var first = new FileLeaseRecord(folder.resolve("a"), clock());
    try (var hold = lease(List.of(broken, first), terms(LIFE, false)).hold(TARGET, "run-1")) {
      assertThat(hold.isSure()).isTrue();
      assertThat(first.look("ab12").row()).map(LeaseRow::run).contains("run-1");
      assertThatThrownBy(
              () -> lease(List.of(broken, first), terms(LIFE, false)).hold(TARGET, "run-2"))
          .hasMessageContaining("Another run is writing to this workspace: run-1 of ");
    }
    assertThat(troubles)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).contains("because --no-lease says so"));
  }

  private void refused(String run, String other) {
    assertThatThrownBy(() -> lease(LIFE).hold(TARGET, run))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Another run is writing to this workspace: " + other);
  }

  /// A run of a machine with a clock of its own takes the lease.
  private static Tenure elsewhere(Path folder, Instant its) {
    var record =
        new FileLeaseRecord(
            folder, new LeaseClock(() -> its, () -> 0, () -> Optional.of(Duration.ofDays(9))));
    return record
        .take(
            "ab12",
            record.look("ab12"),
            new Claim(
                "run-1",
                "elsewhere.example.org, process 1",
                new ProcessIdentity("another boot", "1/2/3", "0", 1, "7").text(),
                LIFE))
        .orElseThrow();
  }

  private LeaseRecord recordOf(Duration ahead) {
    var own = clock();
    return new FileLeaseRecord(
        folder, new LeaseClock(() -> own.day().instant().plus(ahead), own.nanos(), own.uptime()));
  }

  private LeaseRecord record() {
    return new FileLeaseRecord(folder, clock());
  }

  private void pass(long seconds) {
    List.of(day, awake, up).forEach(each -> each.addAndGet(seconds));
  }

  private LeaseClock clock() {
    return new LeaseClock(
        () -> Instant.ofEpochSecond(day.get()),
        () -> Duration.ofSeconds(awake.get()).toNanos(),
        () -> Optional.of(Duration.ofSeconds(up.get())));
  }

  private HeldLease.Terms terms(Duration life, boolean required) {
    return new HeldLease.Terms(
        life,
        required,
        time -> pass(time.toSeconds()),
        () -> Duration.ofSeconds(5),
        losses::incrementAndGet);
  }

  private static HeldLease.Terms terms(boolean required, Waiter waiter) {
    return new HeldLease.Terms(LIFE, required, waiter, () -> Duration.ofSeconds(5), () -> {});
  }

  private Lease lease(Duration life) {
    return lease(life, record());
  }

  private Lease lease(Duration life, LeaseRecord... records) {
    return lease(List.of(records), terms(life, true));
  }

  private Lease lease(List<LeaseRecord> records, HeldLease.Terms terms) {
    return new HeldLease(records, holder, terms, clock(), troubles::add);
  }
}
