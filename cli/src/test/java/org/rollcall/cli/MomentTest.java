package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-11-01T00:00:00Z",
    "2026-11-01T08:30, 2026-11-01T08:30:00Z",
    "2026-11-01T08:30:00+01:00, 2026-11-01T07:30:00Z",
    "2026-11-01T08:30:00Z, 2026-11-01T08:30:00Z",
    "90m, 2026-11-23T06:30:00Z",
    "36h, 2026-11-21T20:00:00Z",
    "7d, 2026-11-16T08:00:00Z",
    "2W, 2026-11-09T08:00:00Z"
  })
  void it_is_a_time_or_a_while_ago(String text, Instant expected) {
    assertThat(new Moment.Converter().convert(text).before(NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "0d", "7", "2026-13-01", "-7d"})
  void anything_else_is_a_mistake(String text) {
    assertThatThrownBy(() -> new Moment.Converter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("no date such as 2026-11-01");
  }
}
