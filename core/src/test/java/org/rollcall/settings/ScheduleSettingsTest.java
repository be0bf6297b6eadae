package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Newest;
import org.rollcall.schedule.AfterRefresh;
import org.rollcall.schedule.Cron;
import org.rollcall.schedule.Schedule;
import org.rollcall.support.Pages;

/// When a sync is to run, as the settings say it.
class ScheduleSettingsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DATABASE_URL", "postgres://u:p@h/d", "WHEN", "0 25 * * *", "NIGHT", "0 3 * * *");

  private static Optional<Schedule> schedule(String lines) {
    return Settings.read(SettingsTest.minimal(lines), ENVIRONMENT).upkeep().schedule();
  }

  private static Schedule crons(Cron... crons) {
    return new Schedule(List.of(crons), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schedule: '0 3 * * *'",
        "schedule: ${NIGHT}",
        "schedule: { cron: '0 3 * * *' }",
        "schedule: [ '0  3 * * *' ]",
        "schedule: { cron: [ '0 3 * * *' ], zone: UTC }",
        "zone: America/New_York\nschedule: { cron: '0 3 * * *', zone: UTC }"
      })
  void one_cron_can_be_written_in_several_ways(String lines) {
    assertThat(schedule(lines)).hasValue(crons(Cron.of("0 3 * * *", UTC)));
  }

  @Test
  void several_have_zones_of_their_own() {
    assertThat(
            schedule(
                """
                zone: America/New_York
                schedule:
                  - 0 3 * * *
                  - { cron: [ 0 8 * * 1-5, 0 9 * * SUN ], zone: UTC }
                """))
        .hasValue(
            crons(
                Cron.of("0 3 * * *", NEW_YORK),
                Cron.of("0 8 * * 1-5", UTC),
                Cron.of("0 9 * * SUN", UTC)));
  }

  @Test
  void a_run_can_wait_for_fresh_data() {
    assertThat(
            schedule(
                """
                zone: America/New_York
                freshness: { table: positions, column: loaded_at }
                schedule: { after: { not_before: 7:30, at_latest: 08:00 } }
                """))
        .hasValue(
            new Schedule(
                List.of(),
                Optional.of(
                    new AfterRefresh(
                        new Newest.Column("positions", "loaded_at"),
                        LocalTime.of(7, 30),
                        LocalTime.of(8, 0),
                        NEW_YORK))));
    assertThat(
            schedule(
                """
                schedule:
                  - 0 20 * * *
                  - after: { freshness: { function: refreshed }, at_latest: 08:00 }
                """))
        .hasValue(
            new Schedule(
                List.of(Cron.of("0 20 * * *", UTC)),
                Optional.of(
                    new AfterRefresh(
                        new Newest.Function("refreshed"),
                        LocalTime.MIDNIGHT,
                        LocalTime.of(8, 0),
                        UTC))));
  }

  @Test
  void the_examples_of_its_page_can_be_read() {
    assertThat(Pages.blocks("docs/schedule.md", "yaml"))
        .hasSize(3)
        .allSatisfy(block -> assertThat(schedule(block)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "schedule:", "schedule: ''", "zone: UTC"})
  void there_may_be_none(String lines) {
    assertThat(schedule(lines)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          schedule: 0 8 * *                  | 11:11: schedule is "0 8 * *", which has 4 fields; expected five fields (minute, hour, day of the month, month, day of the week), such as "0 8 * * *"
          schedule: 0 0 8 * * *              | 11:11: schedule is "0 0 8 * * *", which has 6 fields, and seconds are none of them; expected five fields (minute, hour, day of the month, month, day of the week), such as "0 8 * * *"; did you mean "0 8 * * *"?
          schedule: "@daily"                 | 11:11: schedule is "@daily", which is a nickname; expected five fields (minute, hour, day of the month, month, day of the week), such as "0 8 * * *"; did you mean "0 0 * * *"?
          schedule: 0 25 * * *               | 11:11: schedule is "0 25 * * *", which has the hour "25"; expected 0 to 23, *, or lists, ranges and steps of them
          schedule: 0 8 * * MOM-FRI          | 11:11: schedule is "0 8 * * MOM-FRI", which has the day of the week "MOM-FRI"; expected 0 to 7 or SUN to SAT, *, or lists, ranges and steps of them; did you mean "0 8 * * MON-FRI"?
          schedule: 0 8 30 2 *               | 11:11: schedule is "0 8 30 2 *", which never comes due; expected a day that the month has
          schedule: ${WHEN}                  | 11:11: schedule is "${WHEN}", which is no cron; expected 0 to 23, *, or lists, ranges and steps of them
          schedule: []                       | 11:11: schedule is empty; expected cron with five fields such as "0 8 * * *", or after with the time until which a run waits for fresh data
          schedule: { zone: UTC }            | 11:11: schedule names no time; expected cron with five fields such as "0 8 * * *", or after with the time until which a run waits for fresh data
          schedule: { corn: 0 8 * * *, cron: 0 8 * * * } | 11:13: unknown key "corn" in schedule; expected after, cron or zone; did you mean "cron"?
          schedule: { cron: 0 8 * * *, zone: America/NewYork } | 11:36: schedule.zone is "America/NewYork"; expected a zone such as UTC or America/New_York; did you mean "America/New_York"?
          schedule: { after: { at_latest: 08:00 } } | 11:20: schedule.after does not say what tells that the roster was refreshed; expected freshness in it or beside schedule
          schedule: { after: { freshness: { function: f } } } | 11:20: schedule.after.at_latest is missing; expected the time of day at which the run begins in any case, such as 08:00
          schedule: { after: { freshness: { function: f }, at_latest: noon } } | 11:61: schedule.after.at_latest is "noon"; expected a time of day such as 07:45
          schedule: { after: { freshness: { function: f }, not_before: 08:00, at_latest: 07:30 } } | 11:80: schedule.after.at_latest is "07:30"; expected a time of the same day after not_before, which is 8:00
          schedule: { after: { freshness: { }, at_latest: 08:00 } } | 11:33: schedule.after.freshness names nothing that tells how new the roster is; expected exactly one of table with column, query, and function
          schedule: { after: { freshness: { functoin: f, function: f }, at_latest: 08:00 } } | 11:35: unknown key "functoin" in schedule.after.freshness; expected column, function, query or table; did you mean "function"?
          schedule: { after: { freshness: { function: f }, at_lates: 08:00, at_latest: 08:00 } } | 11:50: unknown key "at_lates" in schedule.after; expected at_latest, freshness or not_before; did you mean "at_latest"?
          schedule: [ { after: { freshness: { function: f }, at_latest: 08:00 } }, { after: { freshness: { function: f }, at_latest: 08:00 } } ] | 11:83: schedule.after was given already; expected it once
          """)
  void a_mistake_is_told_with_its_place(String line, String message) {
    assertThatThrownBy(() -> schedule(line)).hasMessage("rollcall.yaml:" + message);
  }
}
