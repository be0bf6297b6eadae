package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;
import org.rollcall.run.Basis;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.RunEvent;

class RunLogTest {
  private static final Target TARGET =
      new Target(new RosterName("here public.members"), new Workspace("ab12", "Club", "US"));
  private static final Duration LONG = Duration.ofSeconds(20);

  private final RunLog log = new RunLog(new SyncName("north"), "run-1", () -> Instant.EPOCH);
  private final List<EventEnvelope> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void every_event_says_where_it_belongs() throws InterruptedException {
    var follower = log.follow(0, heard::add);
    log.accept(new RunEvent.Started("run-1", Basis.INTERCOM));
    log.accept(new RunEvent.Admitted(TARGET));
    log.close();
    assertThat(follower.await(LONG)).isTrue();
    assertThat(heard)
        .containsExactly(
            new EventEnvelope(
                new SyncName("north"),
                "run-1",
                Optional.empty(),
                1,
                Instant.EPOCH,
                new RunEvent.Started("run-1", Basis.INTERCOM)),
            new EventEnvelope(
                new SyncName("north"),
                "run-1",
                Optional.of(TARGET),
                2,
                Instant.EPOCH,
                new RunEvent.Admitted(TARGET)));
  }

  @Test
  void who_comes_late_hears_what_was_and_then_what_is() throws InterruptedException {
    log.accept(warned(1));
    log.accept(warned(2));
    var all = log.follow(0, heard::add);
    var rest = Collections.synchronizedList(new ArrayList<EventEnvelope>());
    var some = log.follow(1, rest::add);
    log.accept(warned(3));
    log.close();
    assertThat(all.await(LONG)).isTrue();
    assertThat(some.await(LONG)).isTrue();
    assertThat(heard).extracting(EventEnvelope::sequence).containsExactly(1L, 2L, 3L);
    assertThat(rest).extracting(EventEnvelope::sequence).containsExactly(2L, 3L);
  }

  @Test
  void who_comes_after_the_end_hears_what_is_kept() throws InterruptedException {
    for (int number = 0; number < 3 * RunLog.KEPT; number++) {
      log.accept(warned(number));
      log.accept(quiet(number));
    }
    log.close();
    assertThat(log.follow(0, heard::add).await(LONG)).isTrue();
    assertThat(heard.removeFirst().event()).isEqualTo(new RunEvent.Missed(4 * RunLog.KEPT - 1));
    assertThat(heard).hasSize(RunLog.KEPT);
    assertThat(heard).allMatch(each -> each.event() instanceof RunEvent.Warned);
  }

  @Test
  void who_knows_what_is_forgotten_misses_nothing() throws InterruptedException {
    for (int number = 0; number < RunLog.KEPT + 10; number++) {
      log.accept(warned(number));
    }
    log.close();
    assertThat(log.follow(10, heard::add).await(LONG)).isTrue();
    assertThat(heard).hasSize(RunLog.KEPT);
    heard.clear();
    assertThat(log.follow(9, heard::add).await(LONG)).isTrue();
    assertThat(heard.getFirst().event()).isEqualTo(new RunEvent.Missed(1));
    assertThat(heard.get(1).sequence()).isEqualTo(11);
  }

  @Test
  void a_listener_that_hangs_for_ever_neither_slows_nor_stops_a_run() throws Exception {
    var never = new CountDownLatch(1);
    var hanging =
        log.follow(
            0,
            _ -> {
              try {
                never.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    var follower = log.follow(0, heard::add);
    for (int number = 0; number < 20 * RunFollower.WAITING; number++) {
      log.accept(quiet(number));
    }
    log.accept(warned(0));
    log.close();
    assertThat(follower.await(LONG)).isTrue();
    assertThat(heard.getLast().event()).isEqualTo(warned(0));
    assertThat(hanging.await(Duration.ofMillis(1))).isFalse();
    never.countDown();
  }

  @Test
  void a_slow_listener_is_told_how_many_events_it_missed_and_hears_the_end() throws Exception {
    var go = new CountDownLatch(1);
    var slow =
        log.follow(
            0,
            envelope -> {
              try {
                go.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              heard.add(envelope);
            });
    int told = RunFollower.WAITING + 500;
    for (int number = 0; number < told; number++) {
      log.accept(warned(number));
    }
    go.countDown();
    log.close();
    assertThat(slow.await(LONG)).isTrue();
    var missed =
        heard.stream()
            .map(EventEnvelope::event)
            .filter(RunEvent.Missed.class::isInstance)
            .mapToInt(event -> ((RunEvent.Missed) event).events())
            .sum();
    var reached = heard.stream().filter(each -> each.event() instanceof RunEvent.Warned).count();
    assertThat(missed).isPositive();
    assertThat(reached + missed).isEqualTo(told);
  }

  @Test
  void a_listener_that_throws_hears_no_more_and_others_do() throws InterruptedException {
    var broken =
        log.follow(
            0,
            _ -> {
              throw new IllegalStateException("broken");
            });
    var follower = log.follow(0, heard::add);
    log.accept(warned(1));
    assertThat(broken.await(LONG)).isTrue();
    log.accept(warned(2));
    log.close();
    assertThat(follower.await(LONG)).isTrue();
    assertThat(heard).hasSize(2);
  }

  /// A member who is right already.
  private static RunEvent quiet(int number) {
    var outcome = Outcome.of(new MemberId("" + number), "", "", new Result.Unchanged());
    return new RunEvent.Settled(outcome, number, Integer.MAX_VALUE);
  }

  private static RunEvent warned(int number) {
    return new RunEvent.Warned("Number " + number);
  }
}
