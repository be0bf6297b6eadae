package org.rollcall.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Writes entries on its own thread, many in one transaction. An entry is written within half a
/// second, if the database is fast enough. A caller that adds faster than the database writes waits
/// for a limited time, so that memory holds few entries.
final class Batches implements AutoCloseable {
  private static final long PAUSE = 250;
  private static final int MOST = 1_000;

  /// How many entries may wait.
  static final int WAITING = 2 * MOST;

  /// Room for more threads than there ever are.
  private static final int NOBODY_WAITS = 1_000_000;

  /// If there is no room for so long, the database hangs.
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  /// How long the end of a run waits for the last entries.
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(4);

  private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(WAITING);
  private final StoreAccess store;
  private final Consumer<String> trouble;
  private final Thread writer;
  private final Duration patience;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final Semaphore hurry = new Semaphore(0);
  private volatile boolean closing;

  Batches(StoreAccess store, Consumer<String> trouble) {
    this(store, trouble, USUAL_PATIENCE);
  }

  /// @param patience how long to wait for room
  Batches(StoreAccess store, Consumer<String> trouble, Duration patience) {
    this.store = store;
    this.trouble = trouble;
    this.patience = patience;
    this.writer = Thread.ofPlatform().daemon().name("journal").start(this::write);
  }

  void add(Entry entry) {
    if (!broken.get()) {
      awaitRoom();
      waiting.add(entry);
    }
  }

  /// Writes at once what was added until now, and returns when the database has it. A database that
  /// hangs is waited for only so long.
  void flush() {
    if (broken.get()) {
      return;
    }
    var written = new CountDownLatch(1);
    waiting.add(new Entry.Marker(written::countDown));
    hurry.release();
    try {
      if (!written.await(patienceForNow(), TimeUnit.MILLISECONDS)) {
        fail("The journal is written too slowly; the run goes on, and the history lacks the rest.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private long patienceForNow() {
    return Math.min(patience.toMillis(), store.patience().toMillis());
  }

  /// An interrupted caller waits no longer, and its entry is not lost.
  private void awaitRoom() {
    try {
      if (!room.tryAcquire(patienceForNow(), TimeUnit.MILLISECONDS)) {
        fail("The journal is written too slowly; the run goes on, and the history lacks the rest.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until everything is written, but not for a database that hangs.
  @Override
  public void close() {
    closing = true;
    waiting.add(new Entry.Marker(() -> {}));
    hurry.release();
    try {
      if (!broken.get() && !writer.join(patienceAtTheEnd())) {
        fail("The journal could not be written to its end; the history lacks the last changes.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// At most the time that the caller has.
  private Duration patienceAtTheEnd() {
    var left = store.patience();
    return left.compareTo(PATIENCE_AT_THE_END) < 0 ? left : PATIENCE_AT_THE_END;
  }

  private void write() {
    try {
      while (!closing || !waiting.isEmpty()) {
        writeOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Gathers the entries of a moment, so that few transactions carry many statements.
  private void writeOnce() throws InterruptedException {
    var batch = new ArrayList<Entry>();
    batch.add(waiting.take());
    if (!closing && waiting.size() < MOST) {
      var _ = hurry.tryAcquire(PAUSE, TimeUnit.MILLISECONDS);
    }
    hurry.drainPermits();
    waiting.drainTo(batch, MOST);
    save(batch);
    room.release((int) batch.stream().filter(entry -> !(entry instanceof Entry.Marker)).count());
    passed(batch);
  }

  private static void passed(List<Entry> entries) {
    for (var entry : entries) {
      if (entry instanceof Entry.Marker(var written)) {
        written.run();
      }
    }
  }

  private void save(List<Entry> batch) {
    if (broken.get()) {
      return;
    }
    try {
      StoreTrouble.told(
          "The journal cannot be written; the run goes on, and the history lacks the rest of it",
          () -> {
            store.get().jdbi().useTransaction(handle -> Entry.write(handle, batch));
            return true;
          });
    } catch (StoreTrouble failed) {
      if (failed.isRefusal()) {
        var _ = giveUp(); // whoever asks the store stops the run, and says why
      } else {
        fail(String.valueOf(failed.getMessage()));
      }
    }
  }

  private void fail(String sentence) {
    if (giveUp()) {
      trouble.accept(sentence);
    }
  }

  /// Whether it had not been given up before.
  private boolean giveUp() {
    boolean first = broken.compareAndSet(false, true);
    if (first) {
      var lost = new ArrayList<Entry>();
      waiting.drainTo(lost);
      passed(lost);
      room.release(NOBODY_WAITS);
    }
    return first;
  }
}
