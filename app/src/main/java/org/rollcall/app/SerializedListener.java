package org.rollcall.app;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.rollcall.run.RunEvent;

/// Hands events on one at a time, whichever threads they come from.
final class SerializedListener implements Consumer<RunEvent> {
  private final ReentrantLock turn = new ReentrantLock();
  private final Consumer<RunEvent> listener;

  SerializedListener(Consumer<RunEvent> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(RunEvent event) {
    turn.lock();
    try {
      listener.accept(event);
    } finally {
      turn.unlock();
    }
  }
}
