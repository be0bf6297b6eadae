package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF = Backoff.DEFAULT;

  @Test
  void pauses_double_up_to_the_longest() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(failed -> BACKOFF.pause(failed, 1)))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(16),
            Duration.ofSeconds(16));
  }

  @Test
  void the_dice_take_off_up_to_half() {
    assertThat(BACKOFF.pause(3, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(BACKOFF.pause(3, 0.5)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void no_number_of_failures_overflows() {
    assertThat(BACKOFF.pause(Integer.MAX_VALUE, 1)).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void the_rate_limit_is_waited_for_as_long_as_it_said_and_a_little() {
    assertThat(BACKOFF.pauseForRate(Duration.ofSeconds(7), 1, 0)).isEqualTo(Duration.ofSeconds(7));
    assertThat(BACKOFF.pauseForRate(Duration.ofSeconds(7), 1, 1))
        .isEqualTo(Duration.ofMillis(7_500));
  }

  @Test
  void a_limit_that_stays_shut_though_it_said_to_be_open_is_waited_for_longer_each_time() {
    assertThat(
            IntStream.rangeClosed(1, 4)
                .mapToObj(times -> BACKOFF.pauseForRate(Duration.ZERO, times, 0)))
        .containsExactly(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void trying_not_even_once_is_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least once");
  }
}
