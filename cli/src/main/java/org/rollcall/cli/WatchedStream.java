package org.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stream that remembers why it could not be written, because print streams and logs say nothing
/// about it. For many threads.
final class WatchedStream extends OutputStream {
  private final OutputStream stream;
  private volatile @Nullable IOException failure;

  WatchedStream(OutputStream stream) {
    this.stream = stream;
  }

  /// Why the first write that failed did so; empty where all succeeded.
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void write(int oneByte) throws IOException {
    watch(() -> stream.write(oneByte));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watch(() -> stream.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    watch(stream::flush);
  }

  @Override
  public void close() throws IOException {
    watch(stream::close);
  }

  @FunctionalInterface
  private interface Work {
    void done() throws IOException;
  }

  private void watch(Work work) throws IOException {
    try {
      work.done();
    } catch (IOException failed) {
      if (failure == null) {
        failure = failed;
      }
      throw failed;
    }
  }
}
