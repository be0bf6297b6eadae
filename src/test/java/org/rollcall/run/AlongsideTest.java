package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AlongsideTest {
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Test
  void both_are_done_at_the_same_time() throws InterruptedException {
    var here = new CountDownLatch(1);
    var there = new CountDownLatch(1);
    Alongside.both(
        () -> {
          here.countDown();
          there.await();
        },
        () -> {
          there.countDown();
          here.await();
        });
    assertThat(here.getCount() + there.getCount()).isZero();
  }

  @Test
  void the_failure_of_one_ends_the_other_whichever_it_is() {
    var failure = Unreadable.stopped("The roster broke.");
    Alongside.Work fails =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> Alongside.both(fails, this::waitForEver)).isSameAs(failure);
    assertThat(interrupted.getAndSet(false)).isTrue();
    assertThatThrownBy(() -> Alongside.both(this::waitForEver, fails)).isSameAs(failure);
    assertThat(interrupted).isTrue();
  }

  @Test
  void who_is_interrupted_leaves_nothing_running() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Alongside.both(this::waitForEver, this::waitForEver))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted).isTrue();
  }

  private void waitForEver() throws InterruptedException {
    try {
      never.await();
    } catch (InterruptedException stopped) {
      interrupted.set(true);
      throw stopped;
    }
  }
}
