package org.rollcall.run;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Hands events on one at a time, whoever tells them. Safe for many threads.
public final class SerializedListener<E> implements Consumer<E> {
  private final ReentrantLock turn = new ReentrantLock();
  private final Consumer<E> listener;

  public SerializedListener(Consumer<E> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(E event) {
    turn.lock();
    try {
      listener.accept(event);
    } finally {
      turn.unlock();
    }
  }
}
