package org.rollcall.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.rollcall.files.FileFailure;
import org.rollcall.files.PrivateFolder;
import org.rollcall.run.RunStopped;

/// The right of one service to a folder. The system gives it back when the process ends, however it
/// ends.
final class AloneInFolder implements AutoCloseable {
  private static final String FILE = "service.lock";

  private final FileChannel channel;

  private AloneInFolder(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws RunStopped when another service has it, or the folder cannot be used
  static AloneInFolder of(Path folder) {
    try {
      var ours = new PrivateFolder(folder);
      ours.open();
      ours.own(FILE);
      var channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE);
      if (lock(channel).isEmpty()) {
        channel.close();
        throw taken(folder);
      }
      return new AloneInFolder(channel);
    } catch (IOException failure) {
      throw new RunStopped(
          RunStopped.Kind.FAILED,
          "The folder %s cannot be used: %s.".formatted(folder, FileFailure.words(failure)),
          failure);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  private static RunStopped taken(Path folder) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "Another 'rollcall serve' already works with the store in %s. A store that is a file has one service at a time. Stop the other one, or give both a PostgreSQL store with store.url."
            .formatted(folder));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The process ends soon, and the lock with it.
    }
  }
}
