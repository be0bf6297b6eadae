package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.store.LeaseRecord.Sight;
import org.rollcall.store.LeaseRow;

/// Whether a lease may be taken.
class LeaseVerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration UPTIME = Duration.ofHours(5);
  private static final String ELSEWHERE = "another-boot 1/2/3 0 7 99";

  private final LeaseHolder us = new LeaseHolder();

  @Test
  void what_nobody_took_or_what_was_given_back_is_free() {
    assertThat(LeaseVerdict.of(new Sight(Optional.empty(), NOW, true), us, Optional.of(UPTIME)))
        .isInstanceOf(LeaseVerdict.Free.class);
    assertThat(common(Instant.EPOCH)).isInstanceOf(LeaseVerdict.Free.class);
    assertThat(other(Instant.EPOCH)).isInstanceOf(LeaseVerdict.Free.class);
  }

  @Test
  void by_one_clock_a_lease_is_held_to_its_last_millisecond() {
    assertThat(common(NOW)).isInstanceOf(LeaseVerdict.Living.class);
    assertThat(common(NOW.minusMillis(1))).isInstanceOf(LeaseVerdict.Free.class);
  }

  @Test
  void by_the_clock_of_another_machine_it_is_held_as_long_and_doubtful_afterwards() {
    assertThat(other(NOW)).isInstanceOf(LeaseVerdict.Living.class);
    assertThat(other(NOW.plus(LIFE))).isInstanceOf(LeaseVerdict.Living.class);
    assertThat(other(NOW.minusMillis(1))).isInstanceOf(LeaseVerdict.Doubtful.class);
    assertThat(other(NOW.minus(Duration.ofDays(400)))).isInstanceOf(LeaseVerdict.Doubtful.class);
  }

  @Test
  void one_that_ends_later_than_it_can_is_doubtful_by_either() {
    assertThat(common(NOW.plus(LIFE))).isInstanceOf(LeaseVerdict.Living.class);
    assertThat(common(NOW.plus(LIFE).plusMillis(1))).isInstanceOf(LeaseVerdict.Doubtful.class);
    assertThat(other(NOW.plus(LIFE).plusMillis(1))).isInstanceOf(LeaseVerdict.Doubtful.class);
  }

  @Test
  void on_this_machine_only_the_time_since_its_boot_counts() {
    for (var expires : new Instant[] {NOW.minusSeconds(99), NOW, NOW.plus(Duration.ofDays(2))}) {
      assertThat(here(expires, UPTIME.minus(LIFE))).isInstanceOf(LeaseVerdict.Living.class);
      assertThat(here(expires, UPTIME.minus(LIFE).minusMillis(1)))
          .isInstanceOf(LeaseVerdict.Free.class);
    }
  }

  private LeaseVerdict common(Instant expires) {
    return LeaseVerdict.of(
        new Sight(Optional.of(row(ELSEWHERE, expires, UPTIME)), NOW, true),
        us,
        Optional.of(UPTIME));
  }

  private LeaseVerdict other(Instant expires) {
    return LeaseVerdict.of(
        new Sight(Optional.of(row(ELSEWHERE, expires, UPTIME)), NOW, false),
        us,
        Optional.of(UPTIME));
  }

  private LeaseVerdict here(Instant expires, Duration renewed) {
    assumeFalse(us.process().isEmpty(), "this system tells nothing of its processes");
    us.begin("run-1");
    try {
      return LeaseVerdict.of(
          new Sight(Optional.of(row(us.process(), expires, renewed)), NOW, false),
          us,
          Optional.of(UPTIME));
    } finally {
      us.end("run-1");
    }
  }

  private static LeaseRow row(String process, Instant expires, Duration renewed) {
    return new LeaseRow(
        3, 2, "run-1", "host, process 7", process, NOW, expires, LIFE, Optional.of(renewed));
  }
}
