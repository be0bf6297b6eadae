package org.rollcall.laws;

import java.util.concurrent.atomic.AtomicLong;

/// What the laws of a class put runs through, printed once they have all held.
final class Figures {
  private final AtomicLong nights = new AtomicLong();
  private final AtomicLong kills = new AtomicLong();
  private final AtomicLong lies = new AtomicLong();
  private final AtomicLong handovers = new AtomicLong();
  private final AtomicLong merges = new AtomicLong();
  private final AtomicLong undos = new AtomicLong();

  void night() {
    nights.incrementAndGet();
  }

  void kill() {
    kills.incrementAndGet();
  }

  void lies(int more) {
    lies.addAndGet(more);
  }

  void handovers(int more) {
    handovers.addAndGet(more);
  }

  void merges(int more) {
    merges.addAndGet(more);
  }

  void undo() {
    undos.incrementAndGet();
  }

  /// One line for the log of a build. A wrong write would have failed its law.
  void print(Class<?> laws) {
    System.out.printf(
        "%s: %,d nights, %,d kills, %,d lies, %,d contacts that changed hands, %,d merges by others, %,d undos; wrong writes 0 if all laws held%n",
        laws.getSimpleName(),
        nights.get(),
        kills.get(),
        lies.get(),
        handovers.get(),
        merges.get(),
        undos.get());
  }
}
