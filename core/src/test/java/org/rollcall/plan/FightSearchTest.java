package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.REGION;
import static org.rollcall.support.People.member;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

class FightSearchTest {
  private static final MemberId ANN = member("101");
  private static final MemberId BEN = member("102");
  private static final Difference RESET = new Difference(REGION, "XX", "GL");
  private static final Difference PHONE = new Difference(FieldName.PHONE, "", "+12025550101");
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private final FightSearch search = FightSearch.of(Map.of(ANN, List.of(RESET, PHONE)));

  @Test
  void what_two_runs_wrote_and_the_third_would_is_a_fight_from_its_first_to_its_last_write() {
    search.wrote(ANN, List.of(RESET, PHONE), ago(1));
    assertThat(search.found()).isEmpty();
    search.wrote(ANN, List.of(RESET), ago(2));
    assertThat(search.found()).containsExactly(new Fight(ANN, RESET, 2, ago(2), ago(1)));
    search.wrote(ANN, List.of(RESET), ago(5));
    assertThat(search.found()).containsExactly(new Fight(ANN, RESET, 3, ago(5), ago(1)));
  }

  @Test
  void another_write_of_the_field_ends_it() {
    search.wrote(ANN, List.of(RESET), ago(1));
    search.wrote(ANN, List.of(new Difference(REGION, "GL", "XX")), ago(2));
    search.wrote(ANN, List.of(RESET), ago(3));
    assertThat(search.found()).isEmpty();
  }

  @Test
  void another_value_on_either_side_is_none() {
    search.wrote(ANN, List.of(new Difference(REGION, "YY", "GL")), ago(1));
    search.wrote(ANN, List.of(RESET), ago(2));
    search.wrote(ANN, List.of(RESET), ago(3));
    assertThat(search.found()).isEmpty();
  }

  @Test
  void what_is_not_planned_is_nobodys_fight() {
    for (int day = 1; day < 4; day++) {
      search.wrote(BEN, List.of(RESET), ago(day));
      search.wrote(ANN, List.of(new Difference(FieldName.NAME, "a", "b")), ago(day));
    }
    assertThat(search.found()).isEmpty();
  }

  @Test
  void a_search_for_anything_goes_from_the_last_write() {
    var any = FightSearch.ofAnything();
    any.wrote(BEN, List.of(RESET), ago(1));
    any.wrote(ANN, List.of(RESET), ago(1));
    any.wrote(BEN, List.of(RESET, PHONE), ago(2));
    any.wrote(ANN, List.of(RESET.reversed()), ago(2));
    any.wrote(ANN, List.of(RESET), ago(3));
    assertThat(any.found()).containsExactly(new Fight(BEN, RESET, 2, ago(2), ago(1)));
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
