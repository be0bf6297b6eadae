package org.rollcall.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Two pieces of work at once, which end together: the failure of one interrupts the other, and
/// neither outlives the call.
final class Alongside {
  private Alongside() {}

  /// Does both, each on a thread of its own.
  ///
  /// @throws InterruptedException when the calling thread is interrupted; both have ended then, as
  ///   they have however this ends
  /// @throws RuntimeException what the first of them to fail has thrown
  static void both(Work one, Work other) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended = new ExecutorCompletionService<Void>(threads);
      ended.submit(callable(one));
      ended.submit(callable(other));
      try {
        ended.take().get();
        ended.take().get();
      } catch (ExecutionException failed) {
        throw asItWas(failed.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Callable<Void> callable(Work work) {
    return () -> {
      work.run();
      return null;
    };
  }

  /// What work on another thread has thrown, to be thrown here. Work throws nothing else.
  static RuntimeException asItWas(@Nullable Throwable cause) throws InterruptedException {
    switch (cause) {
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException failure -> throw failure;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(cause);
    }
  }

  /// Something to do that an interrupt ends.
  @FunctionalInterface
  interface Work {
    void run() throws InterruptedException;
  }
}
