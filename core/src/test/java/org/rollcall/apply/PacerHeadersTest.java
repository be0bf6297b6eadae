package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Rate;

/// The pacer where the headers say nothing, little, nonsense, or something else than before.
class PacerHeadersTest {
  private static final long MILLI = 1_000_000L;
  private static final int WINDOWS = 60;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  static Stream<PacerTest.ServerKind> servers() {
    return PacerTest.servers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void without_headers_the_ceiling_is_used_to_the_full(PacerTest.ServerKind kind) {
    var traffic = run(ceiling(166, 10), kind.server(166), (_, _) -> Optional.empty());
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 166 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void without_headers_auto_stays_below_the_lowest_limit_known(PacerTest.ServerKind kind) {
    var traffic = run(Pacer.auto(0), kind.server(83), (_, _) -> Optional.empty());
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isBetween(75 * WINDOWS, 80 * WINDOWS + 80);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void headers_that_come_now_and_then_are_enough(PacerTest.ServerKind kind) {
    var random = new Random(1);
    var traffic =
        run(
            Pacer.auto(0.05),
            kind.server(166),
            (truth, _) -> random.nextInt(10) == 0 ? Optional.of(truth) : Optional.empty());
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.95 * 0.95 * 166 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_limit_beyond_all_measure_is_not_believed(PacerTest.ServerKind kind) {
    var traffic =
        new Traffic(Pacer.auto(0), kind.server(1_000_000), 1, PacerHeadersTest::latency)
            .saying((_, _) -> Optional.of(new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE, WINDOW)));
    traffic.workers(100);
    traffic.pass(60);
    assertThat(traffic.densest(10_000)).isBetween(4_000, 4_166);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_limit_of_one_is_obeyed(PacerTest.ServerKind kind) {
    var traffic = run(Pacer.auto(0.5), kind.server(1), (truth, _) -> Optional.of(truth));
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan(WINDOWS / 3);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void more_left_than_there_is_changes_nothing(PacerTest.ServerKind kind) {
    var traffic =
        run(
            Pacer.auto(0),
            kind.server(166),
            (truth, _) -> Optional.of(new Quota(166, 9_999, truth.reset())));
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 166 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_reset_that_is_always_past_earns_no_refusals_when_alone(PacerTest.ServerKind kind) {
    var traffic =
        run(
            ceiling(166, 10),
            kind.server(166),
            (truth, _) -> Optional.of(new Quota(166, truth.remaining(), Duration.ZERO)));
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 166 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void refused_with_a_reset_that_is_past_it_does_not_hammer(PacerTest.ServerKind kind) {
    var full = kind.server(166);
    var traffic =
        new Traffic(ceiling(166, 10), full, 1, PacerHeadersTest::latency)
            .saying((_, _) -> Optional.of(new Quota(166, 0, Duration.ZERO)));
    traffic.otherTakes(1_000, 50 * MILLI);
    traffic.pass(10);
    traffic.workers(16);
    traffic.pass(60);
    assertThat(traffic.refused() + traffic.accepted()).isLessThan(3 * 60);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_limit_that_is_lowered_is_kept_from_the_next_window_on(PacerTest.ServerKind kind) {
    var traffic =
        run(
            ceiling(166, 10),
            kind.server(166),
            (truth, now) ->
                now < 60 * LimitedServer.SECOND
                    ? Optional.of(truth)
                    : Optional.of(new Quota(83, 40, truth.reset())));
    traffic.forget();
    traffic.pass(600);
    assertThat(traffic.refused()).isZero();
    assertThat(traffic.densest(10_000)).isLessThanOrEqualTo(83);
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 83 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_ceiling_stays_one_though_the_headers_give_more(PacerTest.ServerKind kind) {
    var traffic = run(ceiling(166, 10), kind.server(1_667), (truth, _) -> Optional.of(truth));
    assertThat(traffic.densest(10_000)).isLessThanOrEqualTo(166);
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 166 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void below_a_ceiling_the_headroom_is_left_of_what_the_headers_give(PacerTest.ServerKind kind) {
    var pacer = Pacer.upTo(new Rate(166, WINDOW), 0.5);
    var traffic = run(pacer, kind.server(200), (truth, _) -> Optional.of(truth));
    assertThat(traffic.refused()).isZero();
    traffic.forget();
    traffic.pass(600);
    assertThat(traffic.densest(10_000)).isLessThanOrEqualTo(100);
    assertThat(traffic.accepted()).isGreaterThan((int) (0.98 * 100 * WINDOWS));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_ceiling_may_speak_of_another_window_than_intercoms(PacerTest.ServerKind kind) {
    var perMinute = run(ceiling(600, 60), kind.server(166), (truth, _) -> Optional.of(truth));
    assertThat(perMinute.refused()).isZero();
    assertThat(perMinute.densest(60_000)).isLessThanOrEqualTo(600);
    assertThat(perMinute.accepted()).isGreaterThan((int) (0.98 * 100 * WINDOWS));
    var perSecond = run(ceiling(10, 1), kind.server(166), (truth, _) -> Optional.of(truth));
    assertThat(perSecond.refused()).isZero();
    assertThat(perSecond.densest(1_000)).isLessThanOrEqualTo(10);
    assertThat(perSecond.accepted()).isGreaterThan((int) (0.9 * 100 * WINDOWS));
  }

  private static Traffic run(Pacer pacer, LimitedServer server, Traffic.Said said) {
    var traffic = new Traffic(pacer, server, 1, PacerHeadersTest::latency).saying(said);
    traffic.workers(16);
    traffic.pass(WINDOWS * 10L);
    return traffic;
  }

  private static Pacer ceiling(int calls, int seconds) {
    return Pacer.upTo(new Rate(calls, Duration.ofSeconds(seconds)), 0);
  }

  /// One way: 25 ms, give or take.
  private static long latency(Random random) {
    return (20 + random.nextLong(11)) * MILLI;
  }
}
