package org.rollcall.store;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.rollcall.files.FileFailure;
import org.rollcall.run.RunStopped;

/// The store cannot be opened, read or written. Its message is a sentence for the operator.
public final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refusal;

  StoreTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
    this.refusal = false;
  }

  /// Nothing failed, but the store cannot be used.
  StoreTrouble(String sentence) {
    this(sentence, false);
  }

  private StoreTrouble(String sentence, boolean refusal) {
    super(sentence);
    this.refusal = refusal;
  }

  /// Nothing failed, but this program must not use the store.
  static StoreTrouble refusal(String sentence) {
    return new StoreTrouble(sentence, true);
  }

  /// Whether the store is fine and another program's.
  boolean isRefusal() {
    return refusal;
  }

  /// Ends a run whose store is fine and another program's. It never goes on without that store, as
  /// it may without one that fails.
  ///
  /// @throws RunStopped with the sentence, if this is a refusal
  public void stopIfRefusal() {
    if (refusal) {
      throw new RunStopped(RunStopped.Kind.FAILED, getMessage() + ". Nothing was written.");
    }
  }

  /// The store gave no answer in time.
  static StoreTrouble unanswered(String what) {
    return new StoreTrouble(
        what + ": the store does not answer", new TimeoutException("no answer in time"));
  }

  /// The work to do.
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /// Does `work`. The message for a failure of the database or the disk is `what` and the reason.
  static <T> T told(String what, Work<T> work) {
    try {
      return work.done();
    } catch (IOException | JdbiException | FlywayException | PoolInitializationException failed) {
      throw new StoreTrouble(what + ": " + reason(failed), failed);
    }
  }

  /// The first line of what began the failure.
  static String reason(Throwable failed) {
    return firstLine(root(failed));
  }

  private static Throwable root(Throwable failed) {
    var cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }

  private static String firstLine(Throwable cause) {
    var message = cause instanceof IOException file ? FileFailure.words(file) : cause.getMessage();
    return message == null ? "no reason is given" : message.lines().findFirst().orElse("");
  }
}
