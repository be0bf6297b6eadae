package org.rollcall.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BidTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  @Test
  void the_first_user_takes_what_it_wants() {
    var bid = bid(new Demand(0, 100, 100));
    assertThat(bid.part()).isEqualTo(new Part(100, 100, true));
    assertThat(bid.claim()).isEqualTo(new Claim("me", 1, 1, true));
  }

  @Test
  void a_second_user_gets_nothing_before_the_first_has_given_back() {
    var bid = bid(new Demand(0, 100, 100), new Claim("first", 1, 1, true));
    assertThat(bid.part()).isEqualTo(new Part(0, 100, false));
    assertThat(bid.claim()).isEqualTo(new Claim("me", 0, 1, true));
  }

  @Test
  void the_first_keeps_reserved_what_counts_and_calls_no_more_than_its_half() {
    var bid = bid(new Demand(90, 100, 100), new Claim("second", 0, 1, true));
    assertThat(bid.part().mine()).isEqualTo(50);
    assertThat(bid.claim().reserved()).isEqualTo(0.9);
  }

  @Test
  void a_user_that_says_nothing_more_keeps_its_reserve_and_is_given_nothing() {
    var bid = bid(new Demand(0, 100, 100), new Claim("dead", 0.3, 1, false));
    assertThat(bid.part()).isEqualTo(new Part(70, 100, false));
  }

  @Test
  void users_who_know_different_limits_share_by_parts() {
    var bid = bid(new Demand(0, 80, 80), new Claim("other", 0.5, 1, true));
    assertThat(bid.part()).isEqualTo(new Part(40, 80, false));
  }

  @Test
  void who_leaves_reserves_only_what_counts() {
    var bid = bid(new Demand(12, 100, 100).ofLeaver());
    assertThat(bid.part().mine()).isZero();
    assertThat(bid.claim()).isEqualTo(new Claim("me", 0.12, 0, true));
    assertThat(bid(new Demand(0, 0, 100)).claim().isNothing()).isTrue();
  }

  private static Bid bid(Demand demand, Claim... others) {
    return Bid.of("me", demand, List.of(others), NOW);
  }
}
