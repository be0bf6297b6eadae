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

/// The events of one run. The run tells them, and listeners can follow them from the beginning or
/// from now. The run never waits for its followers. For many threads.
///
/// The latest [#KEPT] important events are kept for followers that come late. Progress events that
/// a later event replaces are not kept. Who comes too late for an important event is told first how
/// many events there were up to it.
public final class RunLog implements Consumer<RunEvent>, AutoCloseable {
  /// How many events are kept.
  static final int KEPT = 1_024;

  private final SyncName sync;
  private final String run;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final Deque<EventEnvelope> kept = new ArrayDeque<>();
  private final List<RunFollower> followers = new CopyOnWriteArrayList<>();
  private Optional<Target> target = Optional.empty();
  private long sequence;
  private long forgotten;
  private boolean over;

  public RunLog(SyncName sync, String run, InstantSource clock) {
    this.sync = sync;
    this.run = run;
    this.clock = clock;
  }

  /// Tells an event to all followers.
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
          forgotten = kept.remove().sequence();
        }
      }
      followers.forEach(each -> each.offer(envelope));
    } finally {
      turn.unlock();
    }
  }

  /// Follows the run: first the kept events after `after`, then each new event. The listener hears
  /// one at a time, on its own thread.
  ///
  /// @param after the sequence of the last event that is known already; 0 for none
  /// @return stops the follower when it is closed
  public RunFollower follow(long after, Consumer<EventEnvelope> listener) {
    turn.lock();
    try {
      var follower = new RunFollower(listener, since(after), followers::remove);
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

  private List<EventEnvelope> since(long after) {
    var events = new ArrayList<EventEnvelope>();
    if (forgotten > after) {
      events.add(kept.getFirst().instead(new RunEvent.Missed((int) (forgotten - after))));
    }
    kept.stream().filter(each -> each.sequence() > after).forEach(events::add);
    return events;
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
