package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.LimitedServer.Reset;
import org.rollcall.model.Rate;

/// The pacer against servers that count in fixed and in sliding windows, in simulated time.
@Tag("slow")
class PacerTest {
  private static final long MILLI = 1_000_000L;
  private static final Rate RATE = new Rate(166, Duration.ofSeconds(10));

  private static final long TEN_MINUTES = 600;

  static Stream<ServerKind> servers() {
    return Stream.of(
        new ServerKind("fixed windows", limit -> LimitedServer.fixed(limit, 0)),
        new ServerKind(
            "fixed windows that end within seconds",
            limit -> LimitedServer.fixed(limit, 7_345 * MILLI)),
        new ServerKind(
            "a sliding window whose reset is that of the oldest call",
            limit -> LimitedServer.sliding(limit, Reset.OF_THE_OLDEST)),
        new ServerKind(
            "a sliding window whose reset is that of the newest call",
            limit -> LimitedServer.sliding(limit, Reset.OF_THE_NEWEST)));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void R1_166_in_10_s_are_used_to_98_percent_without_one_refusal(ServerKind kind) {
    for (long seed = 0; seed < 5; seed++) {
      var traffic = new Traffic(Pacer.upTo(RATE, 0), kind.server(166), seed, PacerTest::steady);
      traffic.workers(8);
      traffic.pass(TEN_MINUTES);
      assertThat(traffic.refused()).as("refusals, seed %d", seed).isZero();
      assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 166 * 60));
      assertThat(traffic.densest(10_000)).isLessThanOrEqualTo(166);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void the_limit_is_learned_from_the_headers_and_the_headroom_left(ServerKind kind) {
    for (long seed = 0; seed < 3; seed++) {
      var traffic = new Traffic(Pacer.auto(0.05), kind.server(1667), seed, PacerTest::steady);
      traffic.workers(24);
      traffic.pass(TEN_MINUTES);
      assertThat(traffic.refused()).as("refusals, seed %d", seed).isZero();
      assertThat(traffic.accepted()).isGreaterThan((int) (0.97 * 0.95 * 1667 * 60));
      assertThat(traffic.densest(10_000)).isLessThanOrEqualTo((int) (0.95 * 1667));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void calls_that_take_long_on_their_way_earn_no_refusal_either(ServerKind kind) {
    for (long seed = 0; seed < 20; seed++) {
      var traffic = new Traffic(Pacer.upTo(RATE, 0), kind.server(166), seed, PacerTest::erratic);
      traffic.workers(16);
      traffic.pass(TEN_MINUTES);
      assertThat(traffic.refused()).as("refusals, seed %d", seed).isZero();
      assertThat(traffic.accepted()).isGreaterThan((int) (0.94 * 166 * 60));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_ceiling_above_what_intercom_gives_yields_to_the_headers(ServerKind kind) {
    var traffic = new Traffic(Pacer.upTo(RATE, 0), kind.server(83), 1, PacerTest::steady);
    traffic.workers(8);
    traffic.pass(TEN_MINUTES);
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 83 * 60));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void another_client_gets_its_calls_through(ServerKind kind) {
    var traffic = new Traffic(Pacer.auto(0), kind.server(167), 1, PacerTest::steady);
    traffic.workers(8);
    traffic.pass(60);
    traffic.otherUntil(Long.MAX_VALUE / LimitedServer.SECOND, LimitedServer.WINDOW / 60);
    traffic.pass(120);
    traffic.forget();
    traffic.pass(TEN_MINUTES);
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.othersRefused()).isZero();
    assertThat(traffic.accepted() + traffic.othersAccepted()).isGreaterThan((int) (0.8 * 167 * 60));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void once_the_other_client_is_gone_the_whole_limit_is_used_again(ServerKind kind) {
    var traffic = new Traffic(Pacer.auto(0), kind.server(167), 1, PacerTest::steady);
    traffic.workers(8);
    traffic.otherUntil(120, LimitedServer.WINDOW / 60);
    traffic.pass(300);
    traffic.forget();
    traffic.pass(TEN_MINUTES);
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 167 * 60));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_window_that_somebody_has_used_up_before_is_waited_for(ServerKind kind) {
    var server = kind.server(167);
    for (int used = 0; used < 167; used++) {
      server.takes(0);
    }
    var traffic = new Traffic(Pacer.upTo(RATE, 0), server, 1, PacerTest::steady);
    traffic.workers(8);
    traffic.pass(60);
    assertThat(traffic.refused()).isLessThanOrEqualTo(8);
    assertThat(traffic.accepted()).isGreaterThan(166 * 3);
  }

  @Test
  void calls_are_spread_and_do_not_come_in_bursts() {
    var traffic =
        new Traffic(Pacer.upTo(RATE, 0), LimitedServer.fixed(166, 0), 1, PacerTest::steady);
    traffic.workers(32);
    traffic.pass(TEN_MINUTES);
    assertThat(traffic.densest(1_000)).isLessThanOrEqualTo(21);
    assertThat(traffic.densest(200)).isLessThanOrEqualTo(8);
  }

  @Test
  void a_headroom_that_leaves_nothing_is_refused() {
    assertThatThrownBy(() -> Pacer.auto(1)).hasMessageContaining("headroom");
    assertThatThrownBy(() -> Pacer.auto(-0.1)).hasMessageContaining("headroom");
  }

  /// 50 ms there and back, give or take.
  private static long steady(Random random) {
    return (15 + random.nextLong(20)) * MILLI;
  }

  /// Mostly quick, at times a second or three.
  private static long erratic(Random random) {
    return random.nextInt(20) == 0
        ? random.nextLong(3_000) * MILLI
        : (5 + random.nextLong(60)) * MILLI;
  }

  record ServerKind(String name, IntFunction<LimitedServer> making) {
    LimitedServer server(int limit) {
      return making.apply(limit);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
