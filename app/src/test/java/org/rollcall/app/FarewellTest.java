package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FarewellTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong(-5);
  private final Farewell farewell = new Farewell(nanos::get);

  @Test
  void before_a_run_is_done_everything_has_its_usual_time() {
    assertThat(farewell.within(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void afterwards_all_share_one_budget() {
    farewell.begin();
    assertThat(farewell.within(MINUTE)).isEqualTo(Farewell.BUDGET);
    pass(Farewell.BUDGET.minusSeconds(3));
    farewell.begin();
    assertThat(farewell.within(MINUTE)).isEqualTo(Duration.ofSeconds(3));
    assertThat(farewell.within(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    pass(MINUTE);
    assertThat(farewell.within(MINUTE)).isZero();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
