package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InParallelTest {
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Test
  void both_are_done_at_the_same_time_and_give_what_they_gave() throws InterruptedException {
    var here = new CountDownLatch(1);
    var there = new CountDownLatch(1);
    var both =
        InParallel.both(
            () -> {
              here.countDown();
              there.await();
              return "here";
            },
            () -> {
              there.countDown();
              here.await();
              return 1;
            });
    assertThat(both).isEqualTo(new InParallel.Pair<>("here", 1));
  }

  @Test
  void the_failure_of_one_ends_the_other_whichever_it_is() {
    var failure = new RunStopped(RunStopped.Kind.FAILED, "The roster broke.");
    InParallel.Work<Void> fails =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> InParallel.both(fails, this::waitForEver)).isSameAs(failure);
    assertThat(interrupted.getAndSet(false)).isTrue();
    assertThatThrownBy(() -> InParallel.both(this::waitForEver, fails)).isSameAs(failure);
    assertThat(interrupted).isTrue();
  }

  @Test
  void who_is_interrupted_leaves_nothing_running() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> InParallel.both(this::waitForEver, this::waitForEver))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted).isTrue();
  }

  private int waitForEver() throws InterruptedException {
    try {
      never.await();
      return 0;
    } catch (InterruptedException stopped) {
      interrupted.set(true);
      throw stopped;
    }
  }
}
