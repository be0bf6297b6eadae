package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.model.Rate;

/// Processes that share one limit.
@Tag("scale")
class SharingTest {
  private static final int LIMIT = 166;
  private static final Duration AT_ONCE = Duration.ZERO;

  static Stream<PacerTest.ServerKind> servers() {
    return PacerTest.servers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void two_busy_ones_use_nearly_all_of_it_in_equal_parts(PacerTest.ServerKind kind) {
    var sharing = new Sharing(kind.server(LIMIT), 0, 1);
    var users = List.of(user(sharing, "a", 16, AT_ONCE), user(sharing, "b", 16, AT_ONCE));
    sharing.pass(60);
    users.forEach(Sharing.User::forget);
    sharing.pass(600);
    assertThat(sharing.refused()).isZero();
    assertThat(users)
        .allSatisfy(user -> assertThat(user.accepted()).isBetween(4_700, LIMIT * 61 / 2));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void one_that_needs_little_leaves_the_rest_to_the_other(PacerTest.ServerKind kind) {
    var sharing = new Sharing(kind.server(LIMIT), 0, 2);
    var busy = user(sharing, "busy", 16, AT_ONCE);
    user(sharing, "quiet", 1, Duration.ofSeconds(1));
    sharing.pass(60);
    busy.forget();
    sharing.pass(600);
    assertThat(sharing.refused()).isZero();
    assertThat(busy.accepted()).isGreaterThan(LIMIT * 60 * 3 / 4);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void one_that_dies_holds_its_part_for_less_than_twenty_seconds(PacerTest.ServerKind kind) {
    var sharing = new Sharing(kind.server(LIMIT), 0, 3);
    var dead = user(sharing, "dead", 16, AT_ONCE);
    var living = user(sharing, "living", 16, AT_ONCE);
    sharing.pass(60);
    dead.die();
    sharing.pass(30);
    living.forget();
    sharing.pass(60);
    assertThat(sharing.refused()).isZero();
    assertThat(living.accepted()).isGreaterThan(LIMIT * 6 * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void many_with_a_tiny_rate_all_get_on(PacerTest.ServerKind kind) {
    var sharing = new Sharing(kind.server(LIMIT), 0, 4);
    var users = new ArrayList<Sharing.User>();
    for (int each = 0; each < 5; each++) {
      var pacer = Pacer.upTo(new Rate(2, Duration.ofSeconds(10)), 0);
      users.add(sharing.user("user " + each, pacer, 2, AT_ONCE));
    }
    sharing.pass(600);
    assertThat(users).allSatisfy(user -> assertThat(user.accepted()).isGreaterThan(5));
  }

  /// Processes come, leave, die and are suspended, and what they say gets lost.
  @ParameterizedTest
  @MethodSource("servers")
  void whatever_happens_no_call_is_refused(PacerTest.ServerKind kind) {
    for (int seed = 0; seed < 12; seed++) {
      var random = new Random(seed);
      var limit = 20 + random.nextInt(400);
      var sharing = new Sharing(kind.server(limit), random.nextInt(30), seed);
      var users = new ArrayList<Sharing.User>();
      for (int step = 0; step < 40; step++) {
        if (users.size() < 6 && random.nextInt(3) == 0) {
          users.add(newcomer(sharing, "user " + step, limit, random));
        } else if (!users.isEmpty()) {
          happens(users, random);
        }
        sharing.pass(random.nextInt(1, 15));
      }
      assertThat(sharing.refused()).as("seed %d", seed).isZero();
    }
  }

  private static Sharing.User newcomer(Sharing sharing, String name, int limit, Random random) {
    var between = Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(2_000));
    return sharing.user(name, pacer(limit, random), 1 + random.nextInt(16), between);
  }

  /// One that learns the limit begins with 80 calls a window.
  private static Pacer pacer(int limit, Random random) {
    return limit < 80 || random.nextBoolean()
        ? Pacer.upTo(new Rate(limit, Duration.ofSeconds(10)), 0)
        : Pacer.auto(random.nextInt(10) / 100.0);
  }

  private static void happens(List<Sharing.User> users, Random random) {
    var one = random.nextInt(users.size());
    switch (random.nextInt(4)) {
      case 0 -> users.remove(one).die();
      case 1 -> users.remove(one).leave();
      case 2 -> users.get(one).suspend(random.nextInt(1, 60));
      default -> {
        // Nothing does.
      }
    }
  }

  private static Sharing.User user(Sharing sharing, String name, int workers, Duration between) {
    return sharing.user(
        name, Pacer.upTo(new Rate(LIMIT, Duration.ofSeconds(10)), 0), workers, between);
  }
}
