package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BatchesTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  /// Those that may wait and those in the transaction under way.
  private static final int HELD = Batches.WAITING + 1_001;

  @TempDir private Path folder;
  private Store store;
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final AtomicInteger written = new AtomicInteger();
  private final Entry counted = new Entry.Alone(_ -> written.incrementAndGet());
  private final CountDownLatch answer = new CountDownLatch(1);

  @BeforeEach
  void open() {
    store = Store.in(folder);
  }

  @AfterEach
  void close() {
    answer.countDown();
    store.close();
  }

  @Test
  void whoever_adds_faster_than_the_store_writes_waits_so_that_little_is_held() {
    var batches = new Batches(() -> store, troubles::add, LONG);
    int most = 0;
    for (int added = 1; added <= 4 * HELD; added++) {
      batches.add(counted);
      most = Math.max(most, added - written.get());
    }
    batches.close();
    assertThat(most).isLessThanOrEqualTo(HELD);
    assertThat(written).hasValue(4 * HELD);
    assertThat(troubles).isEmpty();
  }

  @Test
  void a_store_that_hangs_is_told_once_and_nobody_waits_for_it_any_more() {
    var batches = new Batches(() -> store, troubles::add, SHORT);
    batches.add(new Entry.Alone(_ -> hang()));
    IntStream.range(0, 2 * HELD).forEach(_ -> batches.add(counted));
    assertThat(troubles)
        .containsExactly(
            "The journal is written too slowly; the run goes on, and the history lacks the rest.");
  }

  @Test
  void whoever_is_interrupted_while_waiting_loses_nothing() {
    var batches = new Batches(() -> store, troubles::add, LONG);
    batches.add(new Entry.Alone(_ -> hang()));
    Thread.currentThread().interrupt();
    IntStream.range(0, 2 * HELD).forEach(_ -> batches.add(counted));
    assertThat(Thread.interrupted()).isTrue();
    answer.countDown();
    batches.close();
    assertThat(written).hasValue(2 * HELD);
    assertThat(troubles).isEmpty();
  }

  private void hang() {
    try {
      answer.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
