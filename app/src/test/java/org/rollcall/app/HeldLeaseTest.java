package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.run.Lease;
import org.rollcall.run.RunStopped;
import org.rollcall.store.FileLeaseRecord;
import org.rollcall.store.LeaseRecord;

class HeldLeaseTest {
  private static final Target TARGET =
      new Target(new RosterName("here public.members"), new Workspace("ab12", "Club", "US"));

  /// So long that no heartbeat comes while a test lasts.
  private static final Duration LIFE = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final AtomicLong seconds = new AtomicLong(1_700_000_000);
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final LeaseHolder holder = new LeaseHolder();

  @Test
  void it_is_sure_until_its_life_may_be_over_and_never_again() {
    try (var hold = lease(LIFE).hold(TARGET, "run-1")) {
      assertThat(hold.isSure()).isTrue();
      seconds.addAndGet(499);
      assertThat(hold.isSure()).isTrue();
      seconds.addAndGet(1);
      assertThat(hold.isSure()).isFalse();
      seconds.addAndGet(-400);
      assertThat(hold.isSure()).isFalse();
    }
    assertThat(troubles).singleElement().asString().startsWith("Nothing confirmed for 500 seconds");
  }

  @Test
  void a_suspended_run_that_was_overtaken_has_lost_it_though_the_other_has_ended() {
    try (var suspended = lease(LIFE).hold(TARGET, "run-1")) {
      seconds.addAndGet(601);
      lease(LIFE).hold(TARGET, "run-2").close();
      assertThat(suspended.isSure()).isFalse();
    }
  }

  @Test
  void a_second_run_of_this_process_is_turned_away_naming_the_first() {
    try (var first = lease(LIFE).hold(TARGET, "run-1")) {
      assertThatThrownBy(() -> lease(LIFE).hold(TARGET, "run-2"))
          .isInstanceOf(RunStopped.class)
          .hasMessageContaining("Another run is writing to this workspace: run-1 of ");
      assertThat(first.isSure()).isTrue();
    }
    lease(LIFE).hold(TARGET, "run-2").close();
  }

  @Test
  void it_renews_itself_while_the_run_lives() throws InterruptedException {
    var quick = Duration.ofMillis(600);
    var clock = System.currentTimeMillis();
    var lease =
        new HeldLease(
            List.of(new FileLeaseRecord(folder, () -> Instant.ofEpochMilli(System.currentTimeMillis()))),
            holder,
            quick,
            () -> Instant.ofEpochMilli(System.currentTimeMillis()),
            System::nanoTime,
            () -> Duration.ofSeconds(5),
            troubles::add);
    try (var hold = lease.hold(TARGET, "run-1")) {
      while (System.currentTimeMillis() - clock < 4 * quick.toMillis()) {
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
    assertThat(new FileLeaseRecord(folder, this::now).take("ab12", "next", "me", LIFE)).isEmpty();
  }

  @Test
  void a_record_that_refuses_gives_back_those_taken_before() {
    var other = new FileLeaseRecord(folder.resolve("b"), this::now);
    other.take("ab12", "run-1", "elsewhere.example.org, process 1", LIFE);
    var first = new FileLeaseRecord(folder.resolve("a"), this::now);
    assertThatThrownBy(() -> lease(LIFE, first, other).hold(TARGET, "run-2"))
        .isInstanceOf(RunStopped.class);
    assertThat(first.take("ab12", "run-3", "me", LIFE)).isEmpty();
  }

  private Instant now() {
    return Instant.ofEpochSecond(seconds.get());
  }

  private Lease lease(Duration life) {
    return lease(life, new FileLeaseRecord(folder, this::now));
  }

  private Lease lease(Duration life, LeaseRecord... records) {
    return new HeldLease(
        List.of(records),
        holder,
        life,
        this::now,
        () -> 0,
        () -> Duration.ofSeconds(5),
        troubles::add);
  }
}
