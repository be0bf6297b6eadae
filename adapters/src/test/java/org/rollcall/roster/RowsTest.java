package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void numbers_keep_every_digit() {
    var row =
        Rows.row(
            """
            {"small": 1, "big": 9007199254740993, "huge": 123456789012345678901234567890,
             "scale": 12.50, "zero": 0.00, "far": 1e300}
            """);

    assertThat(row)
        .containsEntry("small", 1L)
        .containsEntry("big", 9_007_199_254_740_993L)
        .containsEntry("huge", new BigInteger("123456789012345678901234567890"))
        .containsEntry("scale", new BigDecimal("12.50"))
        .containsEntry("zero", new BigDecimal("0.00"))
        .containsEntry("far", new BigDecimal("1e300"));
  }

  @Test
  void a_number_beyond_all_bounds_stays_text() {
    var digits = "9".repeat(2_000);
    var row = Rows.row("{\"far\": 1e999999999, \"long\": %s, \"near\": 7}".formatted(digits));

    assertThat(row)
        .containsEntry("far", "1e999999999")
        .containsEntry("long", digits)
        .containsEntry("near", 7L);
    assertThat(Rows.text(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
  }

  @Test
  void what_is_nested_too_deeply_spoils_no_other_column() {
    var deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

    assertThat(Rows.row("{\"deep\": %s, \"b\": 1}".formatted(deep))).containsEntry("b", 1L);
  }

  @Test
  void nothing_stays_nothing_at_every_depth() {
    var row = Rows.row("{\"a\": null, \"b\": {\"c\": null}, \"d\": [null, 1]}");

    assertThat(row).containsEntry("a", null).containsEntry("d", Arrays.asList(null, 1L));
  }

  @Test
  void columns_keep_their_order() {
    assertThat(Rows.row("{\"z\": 1, \"a\": 2}").keySet()).containsExactly("z", "a");
  }

  @Test
  void what_is_not_one_whole_array_of_rows_is_no_rows() {
    for (var json :
        List.of(
            "",
            "null",
            "{}",
            "[1]",
            "[null]",
            "[{\"a\":1}",
            "[{\"a\":",
            "[]]",
            "<html>",
            "\"[]\"")) {
      assertThat(Rows.rows(json)).as(json).isEmpty();
    }
  }

  @Test
  void a_broken_row_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> Rows.row("{\"email\": \"ann@example.org\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("ann");
  }

  @Test
  void keys_compare_as_the_database_writes_them() {
    assertThat(Rows.text(7L)).isEqualTo("7");
    assertThat(Rows.text(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(Rows.text("007")).isEqualTo("007");
  }
}
