package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.ColumnType;

class TimeTest {
  @Test
  void a_time_without_a_zone_is_in_utc() {
    assertThat(timestamp("2026-01-31T08:00:00")).isEqualTo("2026-01-31T08:00:00+00:00");
    assertThat(timestamp("2026-01-31T08:00:00.5")).isEqualTo("2026-01-31T08:00:00.5+00:00");
    assertThat(timestamp("2026-01-31T08:00:00+00:00")).isEqualTo("2026-01-31T08:00:00+00:00");
  }

  @Test
  void a_date_stays_as_it_is_and_so_does_what_is_no_time() {
    assertThat(Time.of("joined", ColumnType.DATE, "2026-01-31")).isEqualTo("2026-01-31");
    assertThat(Time.of("joined", ColumnType.DATE, "2026-01-31T08:00:00"))
        .isEqualTo("2026-01-31T08:00:00");
    assertThat(timestamp("2026-01-31")).isEqualTo("2026-01-31");
    assertThat(timestamp("soon")).isEqualTo("soon");
  }

  @Test
  void times_sort_in_the_order_of_the_database() {
    var ordered =
        List.of(
            "-infinity",
            "0001-01-01T00:00:00+00:00",
            "1999-12-31T23:59:59.999999+00:00",
            "2000-01-01T00:00:00+00:00",
            "2000-01-01T00:00:00.000001+00:00",
            "2000-01-01T00:00:01+00:00",
            "9999-12-31T23:59:59+00:00",
            "infinity");
    var sorted = new ArrayList<>(ordered.stream().map(TimeTest::timestamp).toList());
    Collections.shuffle(sorted);
    Collections.sort(sorted);
    assertThat(sorted).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10000-01-01",
        "10000-01-01T00:00:00+00:00",
        "0044-03-15 BC",
        "0044-03-15T12:00:00+00:00 BC"
      })
  void a_year_that_text_does_not_sort_is_told(String text) {
    for (var type : List.of(ColumnType.DATE, ColumnType.TIMESTAMP)) {
      assertThatThrownBy(() -> Time.of("joined", type, text))
          .isInstanceOf(UnmappableValue.class)
          .hasMessageContaining("the column joined holds a year outside 1 to 9999");
    }
  }

  private static String timestamp(String text) {
    return Time.of("joined", ColumnType.TIMESTAMP, text);
  }
}
