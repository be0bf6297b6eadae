package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Pause;

class RememberedTest {
  private static final Instant EVENING = Instant.parse("2026-11-27T20:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-28T09:00:00Z");

  @Test
  void what_came_due_while_nothing_was_up_is_made_up_once() {
    var known = seen(Optional.empty(), schedule("0 8 * * *"), Optional.empty(), EVENING);
    var later = seen(Optional.of(known), schedule("0 8 * * *"), Optional.empty(), MORNING);
    assertThat(due(later, schedule("0 8 * * *"), MORNING))
        .isEqualTo(new Due.Now(Instant.parse("2026-11-28T08:00:00Z"), Due.Reason.TIME));
    assertThat(due(later.ran(MORNING), schedule("0 8 * * *"), MORNING))
        .isEqualTo(new Due.Later(Instant.parse("2026-11-29T08:00:00Z")));
  }

  @Test
  void a_changed_schedule_counts_from_now_on() {
    var known = seen(Optional.empty(), schedule("0 7 * * *"), Optional.empty(), EVENING);
    var changed = seen(Optional.of(known), schedule("0 8 * * *"), Optional.empty(), MORNING);
    assertThat(due(changed, schedule("0 8 * * *"), MORNING))
        .isEqualTo(new Due.Later(Instant.parse("2026-11-29T08:00:00Z")));
  }

  @Test
  void what_falls_into_a_pause_is_not_made_up_whoever_ends_it() {
    var schedule = schedule("0 8 * * *");
    var known = seen(Optional.empty(), schedule, Optional.empty(), EVENING);
    var pause = Optional.of(new Pause(EVENING, Optional.empty(), "ops of cron-1", ""));
    var paused = seen(Optional.of(known), schedule, pause, MORNING);
    assertThat(paused.of(schedule, pause).due(MORNING, Optional.empty()))
        .isEqualTo(new Due.Paused(pause.orElseThrow()));
    var resumed = seen(Optional.of(paused), schedule, Optional.empty(), MORNING.plusSeconds(60));
    assertThat(due(resumed, schedule, MORNING.plusSeconds(60)))
        .isEqualTo(new Due.Later(Instant.parse("2026-11-29T08:00:00Z")));
  }

  @Test
  void a_changed_schedule_does_not_forget_its_last_run() {
    var known =
        seen(Optional.empty(), schedule("0 7 * * *"), Optional.empty(), EVENING).ran(EVENING);
    assertThat(seen(Optional.of(known), schedule("0 8 * * *"), Optional.empty(), MORNING).lastRun())
        .contains(EVENING);
  }

  private static Remembered seen(
      Optional<Remembered> before, Schedule schedule, Optional<Pause> pause, Instant now) {
    return Remembered.seen(before, schedule, pause, now);
  }

  private static Due due(Remembered known, Schedule schedule, Instant now) {
    return known.of(schedule, Optional.empty()).due(now, Optional.empty());
  }

  private static Schedule schedule(String cron) {
    return new Schedule(List.of(Cron.of(cron, ZoneOffset.UTC)), Optional.empty());
  }
}
