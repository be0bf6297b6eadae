package org.rollcall.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Writes to the end of a file that is no link, also in a thread that is interrupted: a run that is
/// told to stop must still be able to write its report and its log.
final class SteadyStream extends OutputStream {
  private static final Set<? extends java.nio.file.OpenOption> OPTIONS =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

  private final Path file;
  private FileChannel channel;

  /// @param file exists
  SteadyStream(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, OPTIONS);
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    var rest = ByteBuffer.wrap(bytes, offset, length);
    while (rest.hasRemaining()) {
      steadily(() -> channel.write(rest));
    }
  }

  /// Waits until the disk has it.
  void sync() throws IOException {
    steadily(() -> channel.force(true));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @FunctionalInterface
  private interface Work {
    void done() throws IOException;
  }

  /// The system closes a file under a thread that is interrupted. Then it is opened once more.
  private void steadily(Work work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          work.done();
          return;
        } catch (ClosedByInterruptException _) {
          interrupted |= Thread.interrupted();
          channel = FileChannel.open(file, OPTIONS);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
