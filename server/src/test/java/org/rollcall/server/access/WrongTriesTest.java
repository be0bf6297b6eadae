package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongTriesTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private final WrongTries wrong = new WrongTries();

  @Test
  void ten_in_a_minute_are_allowed_and_then_the_minute_has_to_end() {
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      assertThat(wrong.pause("192.0.2.7", EIGHT)).isEmpty();
      wrong.count("192.0.2.7", EIGHT);
    }
    assertThat(wrong.pause("192.0.2.7", EIGHT.plusSeconds(20))).contains(Duration.ofSeconds(40));
    assertThat(wrong.pause("192.0.2.8", EIGHT)).isEmpty();
    assertThat(wrong.pause("192.0.2.7", EIGHT.plusSeconds(60))).isEmpty();
    wrong.count("192.0.2.7", EIGHT.plusSeconds(60));
    assertThat(wrong.pause("192.0.2.7", EIGHT.plusSeconds(60))).isEmpty();
  }

  @Test
  void what_turns_out_to_be_right_does_not_count() {
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      wrong.count("account ann", EIGHT);
    }
    assertThat(wrong.pause("account ann", EIGHT)).isPresent();
    wrong.forgive("account ann");
    assertThat(wrong.pause("account ann", EIGHT)).isEmpty();
    wrong.forgive("account bob");
    assertThat(wrong.size()).isEqualTo(1);
  }

  @Test
  void one_network_of_version_6_counts_as_one() {
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      wrong.count("2001:db8:1:2::" + tried, EIGHT);
    }
    assertThat(wrong.pause("2001:db8:1:2:ffff::9", EIGHT)).isPresent();
    assertThat(wrong.pause("2001:db8:1:3::1", EIGHT)).isEmpty();
  }

  @Test
  void many_addresses_take_no_more_memory() {
    for (int each = 0; each < 10_000; each++) {
      wrong.count("10.0.%d.%d".formatted(each / 256, each % 256), EIGHT);
    }
    assertThat(wrong.size()).isEqualTo(4_096);
  }
}
