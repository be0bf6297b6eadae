package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollcall.apply.Outage.Admission;
import org.rollcall.support.HeardListener;
import org.rollcall.support.RecordingWaiter;

@Timeout(20)
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RecordingWaiter waiter = new RecordingWaiter();
  private final HeardListener listener = new HeardListener();
  private final Outage outage = new Outage(PATIENCE, waiter, listener);

  @Test
  void twenty_four_members_without_an_answer_are_no_outage() throws InterruptedException {
    fail(24);
    assertThat(outage.isOn()).isFalse();
    assertThat(outage.admit()).isEqualTo(Admission.GO);
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void one_member_with_an_answer_begins_the_count_anew() throws InterruptedException {
    fail(24);
    outage.ended(Admission.GO, "");
    fail(24);
    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void after_twenty_five_one_tries_every_half_minute() throws InterruptedException {
    fail(25);
    assertThat(outage.isOn()).isTrue();
    assertThat(listener.heard()).containsExactly("outage after 25, for at most PT1M30S: 503");
    assertThat(outage.admit()).isEqualTo(Admission.TRY);
    assertThat(waiter.waits()).containsExactly(Duration.ofSeconds(30));
    assertThat(outage.ended(Admission.TRY, "503")).isEmpty();
    assertThat(outage.admit()).isEqualTo(Admission.TRY);
    assertThat(outage.ended(Admission.TRY, "")).isEmpty();
    assertThat(outage.isOn()).isFalse();
    assertThat(outage.admit()).isEqualTo(Admission.GO);
    assertThat(listener.heard()).last().isEqualTo("back");
  }

  @Test
  void those_in_flight_when_it_began_neither_end_nor_lengthen_it() throws InterruptedException {
    fail(40);
    outage.ended(Admission.GO, "");
    assertThat(outage.isOn()).isTrue();
    assertThat(listener.heard()).hasSize(1);
  }

  @Test
  void after_the_patience_nobody_is_begun_any_more_and_the_run_is_told_why()
      throws InterruptedException {
    fail(25);
    for (int tries = 0; tries < 2; tries++) {
      assertThat(outage.admit()).isEqualTo(Admission.TRY);
      assertThat(outage.ended(Admission.TRY, "503")).isEmpty();
    }
    outage.admit();
    assertThat(outage.ended(Admission.TRY, "503"))
        .hasValueSatisfying(why ->
            assertThat(why).startsWith("Intercom has taken no write for 90 s").contains("503"));
    assertThat(outage.admit()).isEqualTo(Admission.STAY);
    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void a_second_outage_has_the_whole_patience_again() throws InterruptedException {
    for (int times = 0; times < 3; times++) {
      fail(25);
      outage.admit();
      outage.ended(Admission.TRY, "503");
      outage.admit();
      assertThat(outage.ended(Admission.TRY, "")).isEmpty();
    }
    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void only_one_tries_and_the_others_go_on_once_it_is_over() throws Exception {
    fail(25);
    assertThat(outage.admit()).isEqualTo(Admission.TRY);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new CountDownLatch(3);
      var others =
          IntStream.range(0, 3)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    begun.countDown();
                    return outage.admit();
                  }))
              .toList();
      begun.await();
      outage.ended(Admission.TRY, "");
      for (var other : others) {
        assertThat(other.get()).isEqualTo(Admission.GO);
      }
    }
  }

  @Test
  void where_the_run_is_stopped_during_an_outage_nobody_waits_any_longer() throws Exception {
    var stopped =
        new Outage(
            PATIENCE,
            _ -> {
              throw new InterruptedException();
            },
            listener);
    for (int members = 0; members < 25; members++) {
      stopped.ended(Admission.GO, "503");
    }
    assertThatThrownBy(stopped::admit).isInstanceOf(InterruptedException.class);
    assertThat(stopped.admit()).isEqualTo(Admission.STAY);
  }

  private void fail(int members) {
    for (int member = 0; member < members; member++) {
      assertThat(outage.ended(Admission.GO, "503")).isEmpty();
    }
  }
}
