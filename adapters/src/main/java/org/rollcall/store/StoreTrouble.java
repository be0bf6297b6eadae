package org.rollcall.store;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/// The store cannot be opened, read or written. Its message is a sentence for the operator.
public final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StoreTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// Nothing failed, and yet the store cannot be used.
  StoreTrouble(String sentence) {
    super(sentence);
  }

  /// What is tried.
  @FunctionalInterface
  interface Work<T> {
    T done() throws IOException;
  }

  /// Does `work`; a failure of the database or the disk is told as `what` and why.
  static <T> T told(String what, Work<T> work) {
    try {
      return work.done();
    } catch (IOException | JdbiException | FlywayException | PoolInitializationException failed) {
      throw new StoreTrouble(what + ": " + firstLine(root(failed)), failed);
    }
  }

  private static Throwable root(Throwable failed) {
    var cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }

  /// The system's messages about files are the file's name alone.
  private static String firstLine(Throwable cause) {
    var message =
        switch (cause) {
          case AccessDeniedException _ -> "permission denied";
          case NoSuchFileException _ -> "there is no such file or folder";
          case FileAlreadyExistsException _ -> "something else of that name is in its place";
          case FileSystemException about when about.getReason() != null -> about.getReason();
          default -> cause.getMessage();
        };
    return message == null ? "no reason is told" : message.lines().findFirst().orElse("");
  }
}
