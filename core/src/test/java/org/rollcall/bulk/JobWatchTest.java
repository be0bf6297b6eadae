package org.rollcall.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Reply;
import org.rollcall.support.RecordingWaiter;
import org.rollcall.support.ScriptedGateway;

class JobWatchTest {
  private final RecordingWaiter waiter = new RecordingWaiter();

  @Test
  void a_job_that_never_ends_is_left_after_half_an_hour() throws InterruptedException {
    var gateway = ScriptedGateway.answering(new Reply.Job("job", false, 0));
    var seen = new JobWatch(gateway, waiter, _ -> {}).await(Map.of("job", 100, "job-2", 100));
    assertThat(seen.unfinished()).containsExactlyInAnyOrder("job", "job-2");
    assertThat(seen.told()).isTrue();
    assertThat(waiter.waits().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMinutes(31));
    assertThat(gateway.asked()).hasSizeLessThan(100);
  }

  @Test
  void a_job_that_is_not_told_of_three_times_in_a_row_is_left() throws InterruptedException {
    var gateway = ScriptedGateway.answering(new Reply.Unavailable("Out of order."));
    var seen = new JobWatch(gateway, waiter, _ -> {}).await(Map.of("job", 100));
    assertThat(seen.told()).isFalse();
    assertThat(gateway.asked()).hasSize(3);
  }
}
