package org.rollcall.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Quota;

class LimitsTest {
  /// 2023-11-14T22:13:20Z on this machine; the server's time may differ.
  private final Limits limits =
      new Limits(InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)));

  static Stream<Arguments> pauses() {
    return Stream.of(
        pause(Map.of("X-RateLimit-Reset", "1700000004"), 4),
        pause(
            Map.of("X-RateLimit-Reset", "1800000003", "Date", "Fri, 15 Jan 2027 08:00:00 GMT"), 3),
        pause(Map.of("X-RateLimit-Reset", "1699999000"), 0),
        pause(Map.of("X-RateLimit-Reset", "1700009000"), 11),
        pause(Map.of("X-RateLimit-Reset", "soon"), 10),
        pause(Map.of("X-RateLimit-Reset", "1700000004", "Date", "yesterday"), 4),
        pause(Map.of(), 10),
        pause(Map.of("Retry-After", "30", "X-RateLimit-Reset", "1700000004"), 30),
        pause(Map.of("Retry-After", "86400"), 60),
        pause(Map.of("Retry-After", "-5"), 0),
        pause(Map.of("Retry-After", "Tue, 14 Nov 2023 22:13:32 GMT"), 12),
        pause(Map.of("Retry-After", "later", "X-RateLimit-Reset", "1700000004"), 4));
  }

  @ParameterizedTest
  @MethodSource("pauses")
  void the_pause_after_a_refusal_is_told_by_the_headers(Map<String, String> headers, int seconds) {
    assertThat(limits.pause(Headers.of(headers))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void a_quota_needs_a_limit_and_what_is_left_of_it() {
    assertThat(quota("X-RateLimit-Limit", "167")).isEmpty();
    assertThat(quota("X-RateLimit-Remaining", "12")).isEmpty();
    assertThat(quota("X-RateLimit-Limit", "0", "X-RateLimit-Remaining", "0")).isEmpty();
    assertThat(quota("X-RateLimit-Limit", "many", "X-RateLimit-Remaining", "12")).isEmpty();
    assertThat(quota("x-ratelimit-limit", "167", "x-ratelimit-remaining", "12"))
        .contains(new Quota(167, 12, Duration.ofSeconds(10)));
    assertThat(quota("X-RateLimit-Limit", "167", "X-RateLimit-Remaining", "-3"))
        .contains(new Quota(167, 0, Duration.ofSeconds(10)));
  }

  @Test
  void a_server_that_is_years_ahead_or_behind_says_the_same() {
    var year = 31_536_000L;
    for (long skew : new long[] {-10 * year, -7, 0, 7, 10 * year}) {
      var now = Instant.ofEpochSecond(1_700_000_000 + skew);
      var headers =
          Map.of(
              "X-RateLimit-Limit",
              "167",
              "X-RateLimit-Remaining",
              "12",
              "X-RateLimit-Reset",
              Long.toString(now.getEpochSecond() + 6),
              "Date",
              DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
      assertThat(limits.quota(Headers.of(headers)))
          .contains(new Quota(167, 12, Duration.ofSeconds(6)));
    }
  }

  private Optional<Quota> quota(String name, String value) {
    return limits.quota(Headers.of(Map.of(name, value)));
  }

  private Optional<Quota> quota(String name, String value, String other, String its) {
    return limits.quota(Headers.of(Map.of(name, value, other, its)));
  }

  private static Arguments pause(Map<String, String> headers, int seconds) {
    return Arguments.of(headers, seconds);
  }
}
