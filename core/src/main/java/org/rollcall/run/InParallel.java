package org.rollcall.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Two pieces of work at once, which end together: the failure of one interrupts the other, and
/// neither outlives the call.
public final class InParallel {
  private InParallel() {}

  /// What the two pieces of work gave.
  public record Pair<A, B>(A one, B other) {}

  /// Does both, each on a thread of its own.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; both have ended by then,
  ///   as in every other case
  /// @throws RuntimeException what the first of them to fail has thrown
  public static <A, B> Pair<A, B> both(Work<A> one, Work<B> other) throws InterruptedException {
    var ended = new LinkedBlockingQueue<Future<?>>();
    var first = new Task<>(one, ended);
    var second = new Task<>(other, ended);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(first);
      threads.execute(second);
      try {
        ended.take().get();
        ended.take().get();
        return new Pair<>(first.get(), second.get());
      } catch (ExecutionException failed) {
        throw asItWas(failed.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /// What work on another thread has thrown, to be thrown here. Work throws nothing else.
  public static RuntimeException asItWas(@Nullable Throwable cause) throws InterruptedException {
    switch (cause) {
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException failure -> throw failure;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(cause);
    }
  }

  /// Something to do that an interrupt ends.
  @FunctionalInterface
  public interface Work<T> {
    T done() throws InterruptedException;
  }

  /// Work that says when it has ended.
  private static final class Task<T> extends FutureTask<T> {
    private final BlockingQueue<Future<?>> ended;

    Task(Work<T> work, BlockingQueue<Future<?>> ended) {
      super(work::done);
      this.ended = ended;
    }

    @Override
    protected void done() {
      ended.add(this);
    }
  }
}
