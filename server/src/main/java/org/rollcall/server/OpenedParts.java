package org.rollcall.server;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened, one after the other. It is closed the other way round.
public final class OpenedParts implements AutoCloseable {
  /// One of them.
  @FunctionalInterface
  public interface Part {
    void close();
  }

  private final Deque<Part> parts = new ArrayDeque<>();

  /// Takes one more.
  public void add(Part part) {
    parts.push(part);
  }

  /// Closes all, also when closing one of them fails.
  @Override
  public void close() {
    var part = parts.poll();
    if (part != null) {
      try {
        part.close();
      } finally {
        close();
      }
    }
  }
}
