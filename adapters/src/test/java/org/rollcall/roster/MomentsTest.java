package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void a_time_without_a_zone_is_utc_and_a_date_its_last_second() {
    assertThat(Moments.of("2026-01-31T08:00:00+01:00"))
        .hasValue(Instant.parse("2026-01-31T07:00:00Z"));
    assertThat(Moments.of("2026-01-31T08:00:00.5"))
        .hasValue(Instant.parse("2026-01-31T08:00:00.500Z"));
    assertThat(Moments.of("2026-01-31")).hasValue(Instant.parse("2026-01-31T23:59:59Z"));
    assertThat(Moments.of("10000-01-01T08:00:00"))
        .hasValue(Instant.parse("+10000-01-01T08:00:00Z"));
    assertThat(Moments.of("0044-03-15 BC")).hasValue(Instant.parse("-0043-03-15T23:59:59Z"));
    assertThat(Moments.of("infinity")).isEmpty();
    assertThat(Moments.of("yesterday")).isEmpty();
  }
}
