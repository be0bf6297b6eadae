package org.rollcall.server.runs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.app.RunHandle;
import org.rollcall.model.SyncName;

/// The runs that go on in this process, whoever asked for them: one of each sync, and no more
/// together than the process may have. For many threads.
public final class CurrentRuns {
  /// So many runs that have ended can still be followed from their beginning.
  private static final int REMEMBERED = 20;

  private final int most;
  private final Consumer<RunHandle> began;
  private final Map<SyncName, RunHandle> going = new LinkedHashMap<>();
  private final Deque<RunHandle> ended = new ArrayDeque<>();
  private final Set<SyncName> waiting = new HashSet<>();
  private boolean closing;

  /// @param most how many may go on at once, at least 1
  /// @param began is told of each run before anybody waits for it
  public CurrentRuns(int most, Consumer<RunHandle> began) {
    this.most = most;
    this.began = began;
  }

  /// Begins a run, if it may begin.
  ///
  /// @param start begins it; not asked if it may not
  public synchronized Begun begin(SyncName sync, Supplier<RunHandle> start) {
    tidy();
    if (closing) {
      return new Begun.Closing();
    }
    var same = going.get(sync);
    if (same != null) {
      return new Begun.Busy(same);
    }
    if (going.size() >= most) {
      waiting.add(sync);
      return new Begun.Full(most);
    }
    var run = start.get();
    going.put(sync, run);
    waiting.remove(sync);
    began.accept(run);
    return new Begun.Started(run);
  }

  /// The runs that go on, the oldest first.
  public synchronized List<RunHandle> all() {
    tidy();
    return List.copyOf(going.values());
  }

  /// How many syncs were to run, found no room, and have not begun since.
  public synchronized int waiting() {
    return waiting.size();
  }

  /// A run that goes on, or ended a while ago.
  public synchronized Optional<RunHandle> find(String id) {
    return Stream.of(going.values(), ended)
        .flatMap(Collection::stream)
        .filter(run -> run.id().equals(id))
        .findFirst();
  }

  /// Asks all runs to stop. None begins after that.
  public synchronized void close() {
    closing = true;
    going.values().forEach(run -> run.stop().ask());
  }

  /// Waits until all have ended, after they were asked to stop.
  public void awaitEnd() {
    for (var run : all()) {
      try {
        var _ = run.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException _) {
        // Whoever launched it tells it.
      }
    }
  }

  /// Whether none begins any more.
  public synchronized boolean isClosing() {
    return closing;
  }

  private void tidy() {
    new ArrayList<>(going.values()).stream().filter(RunHandle::isOver).forEach(this::putAway);
  }

  private void putAway(RunHandle run) {
    going.remove(run.sync());
    ended.addLast(run);
    if (ended.size() > REMEMBERED) {
      ended.removeFirst();
    }
  }
}
