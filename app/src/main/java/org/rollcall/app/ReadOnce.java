package org.rollcall.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads something when it is needed for the first time, and keeps it. After a failure it is read
/// again. For many threads.
final class ReadOnce<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T read;

  ReadOnce(Supplier<T> source) {
    this.source = source;
  }

  /// Whether it was read already.
  synchronized boolean isRead() {
    return read != null;
  }

  @Override
  public synchronized T get() {
    var known = read;
    if (known == null) {
      known = source.get();
      read = known;
    }
    return known;
  }
}
