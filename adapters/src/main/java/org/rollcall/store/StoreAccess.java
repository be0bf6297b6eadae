package org.rollcall.store;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The way to a store that may not be open yet, may fail, and may hang. For many threads.
@FunctionalInterface
public interface StoreAccess {
  /// How long a caller waits for an answer when there is no hurry.
  Duration USUAL = Duration.ofSeconds(60);

  /// Waits until the store is open.
  ///
  /// @throws StoreTrouble when it cannot be opened
  Store get();

  /// How long a question may take now.
  default Duration patience() {
    return USUAL;
  }

  /// Asks the store, and waits for the answer as long as [#patience] allows. A question that hangs
  /// is abandoned.
  ///
  /// @param what the beginning of the sentence that tells a failure
  /// @throws StoreTrouble when the store fails or does not answer in time
  default <T> T ask(String what, Function<Store, T> question) {
    var answer = new FutureTask<>(() -> StoreTrouble.told(what, () -> question.apply(get())));
    Thread.ofVirtual().name("store").start(answer);
    try {
      return answer.get(Math.max(patience().toMillis(), 50), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw StoreTrouble.unanswered(what);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw StoreTrouble.unanswered(what);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }
}
