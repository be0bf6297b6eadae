package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Rate;

/// How much of what Intercom gives a run makes use of, with the program's own concurrency and
/// batches and 50 ms from a call to its answer, in simulated time.
@Tag("slow")
@Tag("scale")
class PacerUtilisationTest {
  private static final long MILLI = 1_000_000L;
  private static final int AT_ONCE = 16;
  private static final int BATCH = 100;
  private static final int MINUTES = 20;

  static Stream<Arguments> servers() {
    return PacerTest.servers()
        .flatMap(kind -> Stream.of(1, 2, 3).map(seed -> Arguments.of(kind, seed)));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void at_166_in_10_s_98_percent_are_used(PacerTest.ServerKind kind, long seed) {
    var pacer = Pacer.upTo(new Rate(166, Duration.ofSeconds(10)), 0);
    assertUses(
        0.98, 166, new Traffic(pacer, kind.server(166), seed, PacerUtilisationTest::latency));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void at_1667_in_10_s_95_percent_of_what_the_headroom_leaves_are_used(
      PacerTest.ServerKind kind, long seed) {
    var traffic =
        new Traffic(Pacer.auto(0.05), kind.server(1667), seed, PacerUtilisationTest::latency);
    assertUses(0.95, (int) (1667 * 0.95), traffic);
  }

  private static void assertUses(double share, int perWindow, Traffic traffic) {
    traffic.applier(AT_ONCE, BATCH);
    traffic.pass(MINUTES * 60);
    assertThat(traffic.refused()).as("calls refused").isZero();
    assertThat(traffic.accepted() / (perWindow * 6.0 * MINUTES)).isGreaterThanOrEqualTo(share);
  }

  /// One way: 25 ms, give or take.
  private static long latency(Random random) {
    return (20 + random.nextLong(11)) * MILLI;
  }
}
