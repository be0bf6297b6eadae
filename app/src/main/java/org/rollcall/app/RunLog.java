package org.rollcall.app;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.run.EventEnvelope;
import org.rollcall.run.RunEvent;

/// The events of one run: told by the run, followed by whoever wants to, from the beginning or from
/// now. Telling never waits, whatever its followers do. For many threads.
///
/// The latest [#KEPT] events that matter are kept for those who come late. Events that later ones
/// make superfluous, such as the progress of members who are right already, are not kept.
public final class RunLog implements Consumer<RunEvent>, AutoCloseable {
  /// Events that are kept.
  static final int KEPT = 1_024;

  private final SyncName sync;
  private final String run;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final Deque<EventEnvelope> kept = new ArrayDeque<>();
  private final List<RunFollower> followers = new CopyOnWriteArrayList<>();
  private Optional<Target> target = Optional.empty();
  private long sequence;
  private boolean over;

  public RunLog(SyncName sync, String run, InstantSource clock) {
    this.sync = sync;
    this.run = run;
    this.clock = clock;
  }

  /// Tells an event to everybody who follows.
  @Override
  public void accept(RunEvent event) {
    turn.lock();
    try {
      if (event instanceof RunEvent.Admitted(var admitted)) {
        target = Optional.of(admitted);
      }
      var envelope = new EventEnvelope(sync, run, target, ++sequence, clock.instant(), event);
      if (!event.isSuperseded()) {
        kept.add(envelope);
        if (kept.size() > KEPT) {
          kept.remove();
        }
      }
      followers.forEach(each -> each.offer(envelope));
    } finally {
      turn.unlock();
    }
  }

  /// Follows the run: first what is kept of the events after `after`, then each as it is told. The
  /// listener hears one at a time, on a thread of its own.
  ///
  /// @param after the sequence of the last event that is known already; 0 for none
  /// @return ends the following when it is closed
  public RunFollower follow(long after, Consumer<EventEnvelope> listener) {
    turn.lock();
    try {
      var missed = kept.stream().filter(each -> each.sequence() > after).toList();
      var follower = new RunFollower(listener, new ArrayList<>(missed), followers::remove);
      if (over) {
        follower.end();
      } else {
        followers.add(follower);
      }
      return follower;
    } finally {
      turn.unlock();
    }
  }

  /// The run is over: followers end once they have heard all.
  @Override
  public void close() {
    turn.lock();
    try {
      over = true;
      followers.forEach(RunFollower::end);
      followers.clear();
    } finally {
      turn.unlock();
    }
  }
}
