package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
  @Test
  void it_shows_what_is_done_and_how_long_the_rest_may_take() {
    assertThat(line(500, 2000, Duration.ofSeconds(20)).in(80))
        .isEqualTo(
            "Reading roster  25% │████▊              │  500/2000 members (0:00:20 / 0:01:00)");
  }

  @Test
  void it_is_full_at_the_end() {
    assertThat(line(2000, 2000, Duration.ofMinutes(61)).in(80))
        .isEqualTo(
            "Reading roster 100% │███████████████████│ 2000/2000 members (1:01:00 / 0:00:00)");
  }

  @Test
  void more_than_was_told_at_first_does_not_burst_it() {
    assertThat(line(2001, 2000, Duration.ofSeconds(1)).in(80))
        .contains("100% │███████████████████│ 2001/2000", "/ 0:00:00)");
  }

  @Test
  void nobody_knows_how_long_what_has_not_begun_takes() {
    assertThat(line(0, 2000, Duration.ofSeconds(7)).in(80)).contains("  0% │", "(0:00:07 / ?)");
  }

  @Test
  void where_nobody_knows_how_much_there_is_it_counts() {
    assertThat(line(150, -1, Duration.ofSeconds(7)).in(80))
        .startsWith("Reading roster    ? │  ")
        .endsWith("│ 150/? members (0:00:07 / ?)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 40, 54, 55, 56, 57, 80, 200})
  void it_leaves_the_last_column_of_any_terminal_free(int width) {
    assertThat(line(3, 2000, Duration.ofSeconds(1)).in(width))
        .hasSizeLessThan(width)
        .startsWith("Reading roster".substring(0, Math.min(width - 1, 14)));
  }

  private static ProgressLine line(long done, long total, Duration elapsed) {
    return new ProgressLine("Reading roster", "members", done, total, elapsed);
  }
}
