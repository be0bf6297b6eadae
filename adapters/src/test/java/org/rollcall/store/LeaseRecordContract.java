package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rollcall.store.LeaseRecord.Claim;
import org.rollcall.store.LeaseRecord.Sight;
import org.rollcall.store.LeaseRecord.Tenure;

/// What every record of who may write to a workspace promises.
abstract class LeaseRecordContract {
  static final Duration LIFE = Duration.ofMinutes(2);
  static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  /// This machine's clock, where the record has no other.
  Instant now = EIGHT;

  final LeaseClock clock =
      new LeaseClock(
          () -> now,
          () -> 0,
          () -> Optional.of(Duration.ofDays(1).plus(Duration.between(EIGHT, now))));

  /// A record as another program would open it: all of one test share what is written.
  abstract LeaseRecord record();

  /// Lets the time of every lease run out.
  abstract void expire();

  @Test
  void a_workspace_that_nobody_took_has_no_row() {
    assertThat(record().look("ab12").row()).isEmpty();
  }

  @Test
  void whoever_takes_it_stands_there_with_all_that_others_have_to_know() {
    var claim = new Claim("run-1", "host-a, process 7", "boot 1/2/3 0 7 99", LIFE);
    var tenure = record().take("ab12", record().look("ab12"), claim).orElseThrow();
    assertThat(tenure).isEqualTo(new Tenure("ab12", "run-1", 1, LIFE));
    var seen = record().look("ab12");
    var row = seen.row().orElseThrow();
    assertThat(row.generation()).isEqualTo(1);
    assertThat(row.renewals()).isZero();
    assertThat(row.run()).isEqualTo("run-1");
    assertThat(row.holder()).isEqualTo("host-a, process 7");
    assertThat(row.process()).isEqualTo("boot 1/2/3 0 7 99");
    assertThat(row.life()).isEqualTo(LIFE);
    assertThat(row.expires()).isEqualTo(row.since().plus(LIFE));
    assertThat(Duration.between(seen.now(), row.expires())).isBetween(LIFE.minusSeconds(30), LIFE);
    assertThat(row.uptime()).contains(Duration.ofDays(1));
    assertThat(row.isReleased()).isFalse();
    assertThat(record().look("cd34").row()).isEmpty();
  }

  @Test
  void it_lasts_as_long_as_its_life_to_the_millisecond_however_often_it_is_taken() {
    for (int taking = 0; taking < 200; taking++) {
      taken("run-" + taking);
      var row = record().look("ab12").row().orElseThrow();
      assertThat(row.expires()).isEqualTo(row.since().plus(LIFE));
    }
  }

  @Test
  void it_is_taken_only_from_whoever_was_seen_to_have_it() {
    var nobody = record().look("ab12");
    taken("run-1");
    assertThat(record().take("ab12", nobody, claim("run-2"))).isEmpty();
    var first = record().look("ab12");
    taken("run-3");
    assertThat(record().take("ab12", first, claim("run-2"))).isEmpty();
    assertThat(holder()).isEqualTo("run-3");
  }

  @Test
  void it_is_not_taken_from_a_holder_that_has_renewed_it_since_it_was_seen() {
    var tenure = taken("run-1");
    var seen = record().look("ab12");
    assertThat(record().look("ab12").row()).isEqualTo(seen.row());
    assertThat(record().renew(tenure)).isTrue();
    assertThat(record().look("ab12").row()).isNotEqualTo(seen.row());
    assertThat(record().take("ab12", seen, claim("run-2"))).isEmpty();
    assertThat(holder()).isEqualTo("run-1");
  }

  @Test
  void it_is_not_taken_from_a_holder_that_has_given_it_back_since() {
    var tenure = taken("run-1");
    var seen = record().look("ab12");
    record().release(tenure);
    assertThat(record().take("ab12", seen, claim("run-2"))).isEmpty();
  }

  @Test
  void the_generation_grows_with_each_taking_and_stays_when_it_is_given_back() {
    record().release(taken("run-1"));
    var row = record().look("ab12").row().orElseThrow();
    assertThat(row.isReleased()).isTrue();
    assertThat(row.generation()).isEqualTo(1);
    assertThat(row.run()).isEqualTo("run-1");
    assertThat(taken("run-2").generation()).isEqualTo(2);
    expire();
    assertThat(taken("run-3").generation()).isEqualTo(3);
  }

  @Test
  void what_another_run_has_cannot_be_given_back() {
    taken("run-1");
    record().release(new Tenure("ab12", "run-2", 1, LIFE));
    record().release(new Tenure("ab12", "run-1", 0, LIFE));
    record().release(new Tenure("ab12", "run-1", 2, LIFE));
    record().release(new Tenure("cd34", "run-1", 1, LIFE));
    assertThat(record().look("ab12").row().orElseThrow().isReleased()).isFalse();
  }

  @Test
  void only_the_holder_renews() {
    assertThat(record().renew(new Tenure("ab12", "run-1", 1, LIFE))).isFalse();
    var tenure = taken("run-1");
    assertThat(record().renew(new Tenure("ab12", "run-2", 1, LIFE))).isFalse();
    assertThat(record().renew(tenure)).isTrue();
    assertThat(record().renew(tenure)).isTrue();
    assertThat(record().look("ab12").row().orElseThrow().renewals()).isEqualTo(2);
  }

  @Test
  void a_generation_that_is_over_is_never_renewed() {
    var first = taken("run-1");
    record().release(first);
    var again = taken("run-1");
    assertThat(record().renew(first)).isFalse();
    record().release(first);
    assertThat(record().renew(again)).isTrue();
  }

  @Test
  void a_holder_that_comes_too_late_has_it_no_more_though_nobody_took_it() {
    var tenure = taken("run-1");
    expire();
    assertThat(record().renew(tenure)).isFalse();
    assertThat(holder()).isEqualTo("run-1");
  }

  @Test
  void whoever_gave_it_back_cannot_renew_it() {
    var tenure = taken("run-1");
    record().release(tenure);
    assertThat(record().renew(tenure)).isFalse();
    assertThat(record().look("ab12").row().orElseThrow().isReleased()).isTrue();
  }

  @Test
  void whoever_was_overtaken_never_has_it_again_though_the_other_has_ended() {
    var first = taken("run-1");
    expire();
    var second = taken("run-2");
    assertThat(record().renew(first)).isFalse();
    record().release(first);
    assertThat(record().renew(second)).isTrue();
    record().release(second);
    assertThat(record().renew(first)).isFalse();
    assertThat(record().look("ab12").row().orElseThrow().isReleased()).isTrue();
  }

  @Test
  void a_workspace_may_be_called_anything() {
    var names =
        List.of(
            "",
            ".",
            "../../x",
            "/",
            "a/b",
            "ab12",
            "AB12",
            "ab12.lease",
            "x".repeat(300),
            "\n",
            "ü");
    for (var name : names) {
      assertThat(record().take(name, record().look(name), claim("run of " + name)))
          .as(name)
          .isPresent();
    }
    for (var name : names) {
      assertThat(record().look(name).row()).as(name).map(LeaseRow::run).contains("run of " + name);
    }
  }

  @Test
  void of_many_that_take_it_at_once_one_has_it() throws Exception {
    assertThat(atOnce(record().look("ab12")).flatMap(Optional::stream)).hasSize(1);
    expire();
    assertThat(atOnce(record().look("ab12")).flatMap(Optional::stream))
        .singleElement()
        .returns(2L, Tenure::generation);
  }

  private java.util.stream.Stream<Optional<Tenure>> atOnce(Sight seen) throws Exception {
    int runs = 8;
    var start = new CyclicBarrier(runs);
    var attempts = new ArrayList<Callable<Optional<Tenure>>>();
    for (int i = 0; i < runs; i++) {
      var run = "run-" + i;
      attempts.add(() -> {
        start.await();
        return record().take("ab12", seen, claim(run));
      });
    }
    try (var threads = Executors.newFixedThreadPool(runs)) {
      return threads.invokeAll(attempts).stream().map(Future::resultNow);
    }
  }

  /// What a run has that takes it, whoever had it before.
  Tenure taken(String run) {
    return record().take("ab12", record().look("ab12"), claim(run)).orElseThrow();
  }

  String holder() {
    return record().look("ab12").row().orElseThrow().run();
  }

  static Claim claim(String run) {
    return new Claim(run, "host of " + run, "", LIFE);
  }
}
