package org.rollcall.support;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets one process at a time make what several tests want, and one thread in it.
public final class ProcessLock {
  private ProcessLock() {}

  /// What is made.
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void done() throws IOException, X;
  }

  /// Does `work` while nobody else holds `file`, which is made where it is missing. Others wait.
  public static synchronized <X extends Exception> void holding(Path file, Work<X> work)
      throws IOException, X {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel = FileChannel.open(file, CREATE, WRITE);
        var _ = channel.lock()) {
      work.done();
    }
  }
}
