package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.support.RecordingWaiter;

class PatienceTest {
  private final RecordingWaiter waiter = new RecordingWaiter();
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void S3_waits_1_2_and_4_seconds_and_tells_of_each() throws InterruptedException {
    var attempts =
        new ArrayDeque<Attempt<String>>(
            List.of(failing("one"), failing("two"), failing("three"), got("members")));

    assertThat(read(attempts)).isEqualTo("members");
    assertThat(waiter.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(events)
        .containsExactly(
            retry("one", 2, Duration.ofSeconds(1), Duration.ofSeconds(7)),
            retry("two", 3, Duration.ofSeconds(2), Duration.ofSeconds(6)),
            retry("three", 4, Duration.ofSeconds(4), Duration.ofSeconds(4)));
  }

  @Test
  void S3_stops_after_three_retries_with_the_first_reason_and_its_cause() {
    var first = new IOException("first");
    var attempts =
        new ArrayDeque<Attempt<String>>(
            List.of(
                new Attempt.Passing<String>("the line broke", Duration.ZERO, Optional.of(first)),
                failing("two"),
                failing("three"),
                failing("four")));

    assertThatThrownBy(() -> read(attempts))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("Page 3 could not be read in 4 tries")
        .hasMessageContaining("because the line broke")
        .hasMessageNotContaining("four")
        .hasCause(first);
    assertThat(waiter.waits()).hasSize(3);
  }

  @Test
  void a_source_that_asks_to_be_left_alone_is_left_alone_but_not_for_ever()
      throws InterruptedException {
    var attempts =
        new ArrayDeque<Attempt<String>>(
            List.of(
                new Attempt.Passing<String>("busy", Duration.ofSeconds(9), Optional.empty()),
                new Attempt.Passing<String>("busy", Duration.ofHours(9), Optional.empty()),
                got("members")));

    assertThat(read(attempts)).isEqualTo("members");
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(9), Duration.ofMinutes(1));
  }

  @Test
  void no_other_try_is_made_once_two_minutes_are_spent() {
    var attempts =
        new ArrayDeque<Attempt<String>>(
            List.of(late(Duration.ofMinutes(1)), late(Duration.ofMinutes(1))));

    assertThatThrownBy(() -> read(attempts))
        .hasMessageContaining("Page 3 could not be read in 2 tries")
        .hasMessageContaining("No more than 120 s are spent on it.");
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void who_knows_of_a_migration_sets_how_long_it_may_take() {
    var patience = new Patience(waiter, Duration.ofMinutes(5));
    assertThat(patience.tries()).isEqualTo(15);
    assertThatThrownBy(() -> patience.until("Page 3", events::add, () -> failing("503")))
        .hasMessageContaining("Page 3 could not be read in 15 tries")
        .hasMessageContaining("No more than 300 s are spent on it.")
        .hasMessageContaining("source.patience");
    assertThat(waiter.waits().stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L, 30L, 30L, 30L, 30L, 30L, 29L);
    assertThat(events.getLast())
        .isEqualTo(
            new RunEvent.RosterRetry(
                "Page 3 could not be read because 503.",
                15,
                15,
                Duration.ofSeconds(29),
                Duration.ofSeconds(29)));
  }

  @Test
  void a_patience_shorter_than_the_first_pause_is_one_short_pause() {
    var patience = new Patience(waiter, Duration.ofMillis(500));
    assertThatThrownBy(() -> patience.until("Page 3", events::add, () -> failing("503")))
        .hasMessageContaining("in 2 tries");
    assertThat(waiter.waits()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void what_cannot_get_better_is_not_tried_again() {
    var stop = new RunStopped(RunStopped.Kind.FAILED, "No.");

    assertThatThrownBy(() ->
            new Patience(waiter)
                .until(
                    "Page 3",
                    events::add,
                    () -> {
                      throw stop;
                    }))
        .isSameAs(stop);
    assertThat(waiter.waits()).isEmpty();
    assertThat(events).isEmpty();
  }

  private String read(Deque<Attempt<String>> attempts) throws InterruptedException {
    return new Patience(waiter).until("Page 3", events::add, attempts::pop);
  }

  private static Attempt<String> failing(String why) {
    return new Attempt.Passing<>(why, Duration.ZERO, Optional.empty());
  }

  private static Attempt<String> late(Duration took) {
    return new Attempt.Passing<>("no answer came", Duration.ZERO, Optional.empty(), took);
  }

  private static Attempt<String> got(String value) {
    return new Attempt.Got<>(value);
  }

  private static RunEvent retry(String why, int attempt, Duration pause, Duration left) {
    return new RunEvent.RosterRetry(
        "Page 3 could not be read because " + why + ".", attempt, 4, pause, left);
  }
}
