package org.rollcall.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.RunEvent;

/// Hands a run's events to one listener, on its own thread. Only a limited number of events waits
/// for a slow listener; more are left out, and the listener is told how many. A listener that hangs
/// for ever costs the run nothing. A listener that throws hears no more.
public final class RunFollower implements AutoCloseable {
  /// Events that may wait.
  static final int WAITING = 4_096;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<EventEnvelope> waiting;
  private final Consumer<EventEnvelope> listener;
  private final Consumer<RunFollower> ended;
  private final Thread thread;
  private int missed;
  private boolean over;

  /// @param first the events that it hears before all others
  /// @param ended told that this follower hears no more
  RunFollower(
      Consumer<EventEnvelope> listener, List<EventEnvelope> first, Consumer<RunFollower> ended) {
    this.listener = listener;
    this.waiting = new ArrayDeque<>(first);
    this.ended = ended;
    this.thread = Thread.ofVirtual().name("run follower").start(this::hand);
  }

  /// Never waits for the listener.
  void offer(EventEnvelope envelope) {
    lock.lock();
    try {
      var superseded = envelope.event().isSuperseded();
      if (over || (superseded && waiting.size() >= WAITING / 2)) {
        return;
      }
      if (waiting.size() >= WAITING && !(envelope.event() instanceof RunEvent.Finished)) {
        missed++;
        return;
      }
      waiting.add(envelope);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// No more events will come.
  void end() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the listener has heard all events, but no longer than `time`.
  ///
  /// @return whether it has
  public boolean await(Duration time) throws InterruptedException {
    return thread.join(time);
  }

  /// The listener hears no more events, not even those that wait for it.
  @Override
  public void close() {
    lock.lock();
    try {
      waiting.clear();
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ended.accept(this);
  }

  private void hand() {
    try {
      for (var next = next(); next.isPresent(); next = next()) {
        listener.accept(next.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /// Tells how many events were left out before the event that comes after them.
  private Optional<EventEnvelope> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !over) {
        changed.await(1, TimeUnit.MINUTES);
      }
      var next = Optional.ofNullable(waiting.poll());
      if (missed > 0 && waiting.size() < WAITING / 2 && next.isPresent()) {
        waiting.addFirst(next.get());
        next = next.map(before -> before.instead(new RunEvent.Missed(missed)));
        missed = 0;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }
}
