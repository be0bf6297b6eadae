package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pacer beside another client that draws on the same limit.
class PacerNeighboursTest {
  private static final long MILLI = 1_000_000L;

  static Stream<PacerTest.ServerKind> servers() {
    return PacerTest.servers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_neighbour_that_calls_in_bursts_is_made_room_for(PacerTest.ServerKind kind) {
    var traffic = new Traffic(Pacer.auto(0), kind.server(1_667), 1, PacerNeighboursTest::latency);
    traffic.otherTakes(400, LimitedServer.WINDOW);
    traffic.workers(16);
    traffic.pass(120);
    traffic.forget();
    traffic.pass(600);
    assertThat((double) traffic.refused() / traffic.accepted()).isLessThan(0.01);
    assertThat(traffic.accepted() + traffic.othersAccepted())
        .isGreaterThan((int) (0.7 * 1_667 * 60));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_neighbour_that_takes_all_it_can_get_leaves_little_and_is_not_fought(
      PacerTest.ServerKind kind) {
    var traffic = new Traffic(Pacer.auto(0), kind.server(166), 1, PacerNeighboursTest::latency);
    traffic.otherTakes(10_000, LimitedServer.SECOND);
    traffic.workers(16);
    traffic.pass(600);
    assertThat(traffic.refused()).as("a few at each window at most").isLessThan(16 * 60);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void an_even_neighbour_at_full_speed_costs_hardly_a_refusal(PacerTest.ServerKind kind) {
    var traffic =
        new Traffic(Pacer.auto(0.05), kind.server(1_667), 1, PacerNeighboursTest::latency);
    traffic.workers(16);
    traffic.pass(30);
    traffic.otherUntil(1_000, LimitedServer.WINDOW / 800);
    traffic.pass(60);
    traffic.forget();
    traffic.pass(600);
    assertThat((double) traffic.refused() / traffic.accepted()).isLessThan(0.01);
    assertThat((double) traffic.othersRefused() / traffic.othersAccepted()).isLessThan(0.05);
  }

  /// One way: 25 ms, give or take.
  private static long latency(Random random) {
    return (20 + random.nextLong(11)) * MILLI;
  }
}
