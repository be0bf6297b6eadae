package org.rollcall.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Statements written by a thread of their own, many to a transaction: what is added is written
/// within half a second, if the database can.
final class Batches implements AutoCloseable {
  private static final long PAUSE = 250;
  private static final int MOST = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final LinkedBlockingQueue<Consumer<Handle>> waiting = new LinkedBlockingQueue<>();
  private final Supplier<Store> store;
  private final Consumer<String> trouble;
  private final Thread writer;
  private volatile boolean broken;
  private volatile boolean closing;

  Batches(Supplier<Store> store, Consumer<String> trouble) {
    this.store = store;
    this.trouble = trouble;
    this.writer = Thread.ofPlatform().daemon().name("journal").start(this::write);
  }

  void add(Consumer<Handle> statement) {
    if (!broken) {
      waiting.add(statement);
    }
  }

  /// Waits until all is written, but not for a database that hangs.
  @Override
  public void close() {
    closing = true;
    waiting.add(_ -> {});
    try {
      if (!writer.join(PATIENCE)) {
        fail("The journal could not be written to its end; the history lacks the last changes.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
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

  /// Gathers what comes within a moment, so that few transactions carry many statements.
  private void writeOnce() throws InterruptedException {
    var batch = new ArrayList<Consumer<Handle>>();
    batch.add(waiting.take());
    if (!closing) {
      TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
    waiting.drainTo(batch, MOST);
    save(batch);
  }

  private void save(List<Consumer<Handle>> batch) {
    if (broken) {
      return;
    }
    try {
      StoreTrouble.told(
          "The journal cannot be written; the run goes on, and the history lacks the rest of it",
          () -> {
            store.get().jdbi().useTransaction(handle -> batch.forEach(each -> each.accept(handle)));
            return true;
          });
    } catch (StoreTrouble failed) {
      fail(String.valueOf(failed.getMessage()));
    }
  }

  private void fail(String sentence) {
    if (!broken) {
      broken = true;
      waiting.clear();
      trouble.accept(sentence);
    }
  }
}
