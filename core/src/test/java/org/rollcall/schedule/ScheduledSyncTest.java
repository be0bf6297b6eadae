package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Newest;
import org.rollcall.model.Pause;

/// When a run is due. The times are those of November 2026.
class ScheduledSyncTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Newest POSITIONS = new Newest.Column("positions", "loaded_at");
  private static final Instant EVER = at("01 00:00");

  private static final Schedule AT_EIGHT =
      new Schedule(List.of(Cron.of("0 8 * * *", UTC)), Optional.empty());

  private static final Schedule AFTER_POSITIONS = new Schedule(List.of(), Optional.of(window()));

  private static AfterRefresh window() {
    return new AfterRefresh(POSITIONS, LocalTime.of(7, 30), LocalTime.of(8, 0), UTC);
  }

  private static Instant at(String dayAndTime) {
    return Instant.parse("2026-11-%s:00Z".formatted(dayAndTime.replace(' ', 'T')));
  }

  private static ScheduledSync sync(Schedule schedule, String lastRun) {
    return new ScheduledSync(schedule, EVER, Optional.of(at(lastRun)), Optional.empty());
  }

  private static Due due(ScheduledSync sync, String now) {
    return sync.due(at(now), Optional.empty());
  }

  private static Due due(ScheduledSync sync, String now, String refreshed) {
    return sync.due(at(now), Optional.of(at(refreshed)));
  }

  private static Due.Now now(String since, Due.Reason reason) {
    return new Due.Now(at(since), reason);
  }

  @Test
  void a_cron_is_due_from_its_time_on() {
    var sync = sync(AT_EIGHT, "27 08:00");
    assertThat(due(sync, "28 07:59")).isEqualTo(new Due.Later(at("28 08:00")));
    assertThat(due(sync, "28 08:00")).isEqualTo(now("28 08:00", Due.Reason.TIME));
    assertThat(due(sync(AT_EIGHT, "28 08:00"), "28 08:00"))
        .isEqualTo(new Due.Later(at("29 08:00")));
  }

  @Test
  void what_was_missed_is_made_up_once() {
    assertThat(due(sync(AT_EIGHT, "20 08:00"), "28 13:00"))
        .isEqualTo(now("21 08:00", Due.Reason.TIME));
    assertThat(due(sync(AT_EIGHT, "28 13:00"), "28 13:00"))
        .isEqualTo(new Due.Later(at("29 08:00")));
  }

  @Test
  void nothing_is_made_up_from_before_the_schedule() {
    var fresh = new ScheduledSync(AT_EIGHT, at("28 09:00"), Optional.empty(), Optional.empty());
    assertThat(due(fresh, "28 09:00")).isEqualTo(new Due.Later(at("29 08:00")));
    var changed =
        new ScheduledSync(AT_EIGHT, at("28 09:00"), Optional.of(at("20 02:00")), Optional.empty());
    assertThat(due(changed, "28 10:00")).isEqualTo(new Due.Later(at("29 08:00")));
  }

  @Test
  void a_paused_sync_is_not_due_and_makes_up_nothing() {
    var pause = new Pause(at("27 12:00"), Optional.of(at("28 10:00")), "ops of cron-1", "");
    var sync = new ScheduledSync(AT_EIGHT, EVER, Optional.of(at("27 08:00")), Optional.of(pause));
    assertThat(due(sync, "28 08:00")).isEqualTo(new Due.Paused(pause));
    assertThat(due(sync, "28 10:00")).isEqualTo(new Due.Later(at("29 08:00")));
    assertThat(due(sync, "29 08:00")).isEqualTo(now("29 08:00", Due.Reason.TIME));
  }

  @Test
  void a_run_begins_as_soon_as_the_roster_is_refreshed() {
    var sync = sync(AFTER_POSITIONS, "27 07:46");
    assertThat(due(sync, "28 07:00")).isEqualTo(new Due.Later(at("28 07:30")));
    assertThat(due(sync, "28 07:30")).isEqualTo(new Due.Watch(POSITIONS, at("28 08:00")));
    assertThat(due(sync, "28 07:44", "27 15:00"))
        .isEqualTo(new Due.Watch(POSITIONS, at("28 08:00")));
    assertThat(due(sync, "28 07:46", "28 07:45")).isEqualTo(now("28 07:45", Due.Reason.REFRESHED));
  }

  @Test
  void an_early_refresh_waits_for_the_earliest_time() {
    var sync = sync(AFTER_POSITIONS, "27 07:46");
    assertThat(due(sync, "28 07:29", "28 06:00")).isEqualTo(new Due.Later(at("28 07:30")));
    assertThat(due(sync, "28 07:31", "28 06:00")).isEqualTo(now("28 07:30", Due.Reason.REFRESHED));
  }

  @Test
  void a_date_of_today_is_a_refresh_of_today() {
    assertThat(due(sync(AFTER_POSITIONS, "27 07:46"), "28 07:40", "28 23:59"))
        .isEqualTo(now("28 07:40", Due.Reason.REFRESHED));
  }

  @Test
  void the_latest_time_needs_no_refresh() {
    assertThat(due(sync(AFTER_POSITIONS, "27 07:46"), "28 08:00"))
        .isEqualTo(now("28 08:00", Due.Reason.LATEST));
    assertThat(due(sync(AFTER_POSITIONS, "27 07:46"), "28 08:00", "28 08:00"))
        .isEqualTo(now("28 08:00", Due.Reason.LATEST));
  }

  @Test
  void a_day_has_one_run_however_often_the_roster_is_refreshed() {
    assertThat(due(sync(AFTER_POSITIONS, "28 07:46"), "28 07:50", "28 07:49"))
        .isEqualTo(new Due.Later(at("29 07:30")));
    assertThat(due(sync(AFTER_POSITIONS, "28 08:00"), "28 15:00", "28 14:00"))
        .isEqualTo(new Due.Later(at("29 07:30")));
  }

  @Test
  void a_missed_day_is_made_up_but_not_in_place_of_today() {
    assertThat(due(sync(AFTER_POSITIONS, "26 07:46"), "28 06:00"))
        .isEqualTo(now("27 08:00", Due.Reason.LATEST));
    assertThat(due(sync(AFTER_POSITIONS, "28 06:00"), "28 07:30"))
        .isEqualTo(new Due.Watch(POSITIONS, at("28 08:00")));
    assertThat(due(sync(AFTER_POSITIONS, "26 07:46"), "28 07:40"))
        .isEqualTo(new Due.Watch(POSITIONS, at("28 08:00")));
  }

  @Test
  void a_schedule_that_is_new_within_the_window_still_runs_today() {
    var fresh =
        new ScheduledSync(AFTER_POSITIONS, at("28 07:40"), Optional.empty(), Optional.empty());
    assertThat(due(fresh, "28 07:41")).isEqualTo(new Due.Watch(POSITIONS, at("28 08:00")));
    var late =
        new ScheduledSync(AFTER_POSITIONS, at("28 08:00"), Optional.empty(), Optional.empty());
    assertThat(due(late, "28 08:00")).isEqualTo(new Due.Later(at("29 07:30")));
  }

  @Test
  void of_several_rules_the_first_counts() {
    var both =
        new Schedule(
            List.of(Cron.of("45 7 * * *", UTC), Cron.of("0 20 * * *", UTC)), Optional.of(window()));
    assertThat(due(sync(both, "27 20:00"), "28 07:30"))
        .isEqualTo(new Due.Watch(POSITIONS, at("28 07:45")));
    assertThat(due(sync(both, "28 07:45"), "28 07:50")).isEqualTo(new Due.Later(at("28 20:00")));
    assertThat(due(sync(both, "26 20:00"), "28 07:20")).isEqualTo(now("27 07:45", Due.Reason.TIME));
  }

  @Test
  void the_next_runs_of_all_rules_come_in_order_and_once() {
    var all =
        new Schedule(
            List.of(
                Cron.of("0 20 * * *", UTC), Cron.of("0 15 * * *", ZoneId.of("America/New_York"))),
            Optional.of(window()));
    assertThat(all.next(at("28 07:00"), 3))
        .containsExactly(
            new NextRun(at("28 07:30"), at("28 08:00"), UTC),
            new NextRun(at("28 20:00"), at("28 20:00"), UTC),
            new NextRun(at("29 07:30"), at("29 08:00"), UTC));
    assertThat(all.next(at("28 07:00"), 0)).isEmpty();
  }

  @Test
  void a_schedule_has_a_time() {
    assertThatThrownBy(() -> new Schedule(List.of(), Optional.empty()))
        .hasMessage("The schedule names no time.");
    var eight = LocalTime.of(8, 0);
    assertThatThrownBy(() -> new AfterRefresh(POSITIONS, eight, eight, UTC))
        .hasMessage("The latest time 08:00 is not after the earliest, 08:00.");
  }
}
