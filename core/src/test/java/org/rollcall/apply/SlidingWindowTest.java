package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private static final long LENGTH = 10;

  private final SlidingWindow window = new SlidingWindow(LENGTH);

  @Test
  void a_call_is_held_from_its_sending_until_a_window_after_its_answer() {
    window.sent();
    assertThat(window.count(1_000)).isEqualTo(1);
    window.answered(1_000);
    assertThat(window.count(1_009)).isEqualTo(1);
    assertThat(window.count(1_010)).isZero();
  }

  /// Asked of the past, it shows that it no longer knows the first call.
  @Test
  void what_is_no_longer_held_is_forgotten_though_nobody_asks() {
    window.sent();
    window.answered(0);
    window.sent();
    window.answered(LENGTH);
    assertThat(window.count(0)).isEqualTo(1);
  }
}
