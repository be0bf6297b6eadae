package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDateTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31, 2026-01-31T00:00:00+00:00",
    "2026-01-31T08:00:00+00:00, 2026-01-31, 2026-01-31T08:00:00+00:00",
    "2026-01-31T08:00:00, 2026-01-31, 2026-01-31T08:00:00+00:00",
    "2026-01-31 08:00, 2026-01-31, 2026-01-31T08:00:00+00:00",
    "2026-01-31T08:00:00.500, 2026-01-31, 2026-01-31T08:00:00.5+00:00",
    "2026-01-31T23:30:00-05:30, 2026-02-01, 2026-02-01T05:00:00+00:00",
    "2026-01-31T00:30:00+01, 2026-01-30, 2026-01-30T23:30:00+00:00",
    "2026-01-31T08:00:00Z, 2026-01-31, 2026-01-31T08:00:00+00:00",
    "infinity, infinity, infinity",
    "-infinity, -infinity, -infinity",
    "9999-12-31, 9999-12-31, 9999-12-31T00:00:00+00:00",
    "10000-01-01, infinity, infinity",
    "294276-12-31T23:59:59, infinity, infinity",
    "0001-01-01, 0001-01-01, 0001-01-01T00:00:00+00:00",
    "0044-03-15 BC, -infinity, -infinity",
    "0044-03-15T10:00:00+00:00 BC, -infinity, -infinity",
  })
  void each_date_has_one_form(String text, String day, String time) {
    var date = DatabaseDate.of(text).orElseThrow();

    assertThat(date.asDay()).isEqualTo(day);
    assertThat(date.asTime()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "2026-02-30", "31.01.2026", "2026-01-31T25:00", "today", "20"})
  void what_is_no_date_is_none(String text) {
    assertThat(DatabaseDate.of(text)).isEmpty();
    assertThat(DatabaseDate.exact(text)).isEmpty();
  }

  @Test
  void a_year_may_be_any_where_it_is_no_text() {
    assertThat(DatabaseDate.exact("10000-01-01"))
        .hasValue(new DatabaseDate.Day(LocalDate.of(10_000, 1, 1)));
    assertThat(DatabaseDate.exact("0044-03-15T10:00:00 BC"))
        .hasValue(new DatabaseDate.Moment(LocalDateTime.of(-43, 3, 15, 10, 0)));
    assertThat(DatabaseDate.exact("infinity")).isEmpty();
    assertThat(DatabaseDate.exact("0001-01-01 BC"))
        .hasValue(new DatabaseDate.Day(LocalDate.of(0, 1, 1)));
  }

  @Test
  void the_forms_sort_as_the_dates_do() {
    var inOrder =
        List.of(
            "-infinity",
            "0001-01-01",
            "0999-12-31",
            "2026-01-31T08:00:00",
            "2026-01-31T08:00:00.25",
            "2026-01-31T08:00:00.5",
            "2026-01-31T09:00:00+00:00",
            "9999-12-31",
            "infinity");
    assertThat(inOrder.stream().map(text -> DatabaseDate.of(text).orElseThrow().asTime()).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
