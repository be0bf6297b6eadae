package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Newest;
import org.rollcall.model.Pause;
import org.rollcall.model.SyncName;
import org.rollcall.schedule.AfterRefresh;
import org.rollcall.schedule.Cron;
import org.rollcall.schedule.Schedule;
import org.rollcall.support.Golden;

class ScheduleCommandTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final FakeOperations operations = new FakeOperations();
  private final Captured screen = Captured.plain();

  private void threeSyncs() {
    operations.syncs = List.of(new SyncName("north"), new SyncName("south"), new SyncName("west"));
    operations.schedules.put(
        new SyncName("north"),
        new Schedule(
            List.of(Cron.of("30 2 * * *", NEW_YORK), Cron.of("0 12 * * SUN", UTC)),
            Optional.empty()));
    operations.schedules.put(
        new SyncName("south"),
        new Schedule(
            List.of(),
            Optional.of(
                new AfterRefresh(
                    new Newest.Column("positions", "loaded_at"),
                    LocalTime.of(7, 30),
                    LocalTime.of(8, 0),
                    NEW_YORK))));
  }

  @Test
  void the_next_five_are_told_in_utc_and_in_the_zone() {
    threeSyncs();
    assertThat(screen.run(operations, "schedule")).isZero();
    Golden.assertMatches("schedule.txt", screen.out());
  }

  @Test
  void programs_read_it() {
    threeSyncs();
    assertThat(screen.run(operations, "schedule", "--json")).isZero();
    Golden.assertMatches("schedule.json", screen.out());
  }

  @Test
  void a_pause_is_told_and_runs_after_it() {
    operations.schedules.put(
        SyncName.DEFAULT, new Schedule(List.of(Cron.of("0 8 * * *", UTC)), Optional.empty()));
    operations.pause =
        Optional.of(
            new Pause(
                Samples.EIGHT,
                Optional.of(Samples.EIGHT.plusSeconds(90_000)),
                "ops of cron-1",
                "moving"));
    screen.run(operations, "schedule");
    assertThat(screen.out().lines())
        .startsWith(
            "Sync default runs 0 8 * * * in UTC.",
            "  It is paused since 2026-11-23T08:00:00Z, until 2026-11-24T09:00:00Z, by ops of cron-1: moving. No run of it begins meanwhile.",
            "  Wed 2026-11-25 08:00 UTC");
  }
}
