package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PastTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void nothing_is_known_without_runs() {
    assertThat(Past.of(List.of(), NOW)).isEqualTo(Past.UNKNOWN);
  }

  @Test
  void the_roster_is_compared_with_its_best_of_the_last_fourteen_good_runs() {
    var runs = new ArrayList<PastRun>();
    for (int day = 1; day <= 20; day++) {
      runs.add(run(day, OptionalInt.of(100 + day), 0, false));
    }
    runs.add(run(1, OptionalInt.empty(), 0, false));
    assertThat(Past.of(runs, NOW).members()).hasValue(114);
  }

  @Test
  void hourly_runs_do_not_shorten_the_week() {
    var runs = new ArrayList<PastRun>();
    for (int hour = 1; hour <= 160; hour++) {
      runs.add(
          new PastRun(
              "r" + hour,
              NOW.minus(Duration.ofHours(hour)),
              OptionalInt.of(100 + hour),
              0,
              Map.of(),
              false));
    }
    assertThat(Past.of(runs, NOW).members()).hasValue(260);
  }

  @Test
  void what_was_put_away_and_emptied_adds_up_over_seven_days() {
    var past =
        Past.of(
            List.of(
                run(1, OptionalInt.empty(), 3, false),
                run(7, OptionalInt.empty(), 4, false),
                run(8, OptionalInt.empty(), 50, false)),
            NOW);
    assertThat(past.putAway()).isEqualTo(7);
    assertThat(past.emptied()).containsEntry(REGION, 2);
  }

  @Test
  void a_plan_that_somebody_looked_at_is_a_new_beginning() {
    var past =
        Past.of(
            List.of(
                run(1, OptionalInt.of(60), 3, false),
                run(2, OptionalInt.of(61), 40, true),
                run(3, OptionalInt.of(100), 5, false)),
            NOW);
    assertThat(past.members()).hasValue(61);
    assertThat(past.putAway()).isEqualTo(3);
  }

  private static PastRun run(int daysAgo, OptionalInt members, int putAway, boolean forced) {
    return new PastRun(
        "r" + daysAgo,
        NOW.minus(Duration.ofDays(daysAgo)),
        members,
        putAway,
        Map.of(REGION, 1),
        forced);
  }

  @Test
  void a_joined_table_is_compared_with_its_best_of_the_last_good_runs_that_know_it() {
    var runs = new ArrayList<PastRun>();
    for (int day = 30; day > 0; day--) {
      runs.add(joined(day, day % 2 == 0 ? Map.of("a", 100 + day, "b", 7) : Map.of(), false));
    }
    assertThat(Past.of(runs, NOW).joined()).isEqualTo(Map.of("a", 128, "b", 7));
  }

  @Test
  void a_table_that_shrinks_a_little_every_night_is_compared_with_the_first_of_these_nights() {
    var runs =
        List.of(
            joined(1, Map.of("a", 124), false),
            joined(2, Map.of("a", 153), false),
            joined(3, Map.of("a", 188), false),
            joined(4, Map.of("a", 232), false));
    assertThat(Past.of(runs, NOW).joined()).isEqualTo(Map.of("a", 232));
    assertThat(Past.of(runs, NOW).withoutMembers().joined()).isEmpty();
  }

  @Test
  void a_forced_run_is_a_new_beginning_for_joined_tables_too() {
    var runs =
        List.of(
            joined(1, Map.of("a", 3), false),
            joined(2, Map.of("a", 0), true),
            joined(3, Map.of("a", 232, "b", 5), false));
    assertThat(Past.of(runs, NOW).joined()).isEqualTo(Map.of("a", 3));
  }

  private static PastRun joined(int daysAgo, Map<String, Integer> joined, boolean forced) {
    return new PastRun(
        "r" + daysAgo,
        NOW.minus(Duration.ofDays(daysAgo)),
        OptionalInt.of(9),
        0,
        Map.of(),
        joined,
        forced);
  }
}
