package org.rollcall.app;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.run.Stop;
import org.rollcall.store.SqlStops;
import org.rollcall.store.StoreTrouble;

/// Looks every few seconds whether somebody has asked the store that a run ends: whoever asks may
/// be a process of another machine. A store that fails is asked again.
final class StopRequests implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final SqlStops stops;
  private final Stop stop;
  private Optional<Thread> watch = Optional.empty();

  StopRequests(SqlStops stops, Stop stop) {
    this.stops = stops;
    this.stop = stop;
  }

  /// Begins to look for a run.
  synchronized void begin(String run) {
    watch = Optional.of(Thread.ofVirtual().name("stop requests " + run).start(() -> look(run)));
  }

  private void look(String run) {
    try {
      while (!stop.await(PAUSE)) {
        if (isAsked(run)) {
          stop.ask();
          stops.forget(run);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (StoreTrouble _) {
      // The run stops all the same; the wish is forgotten after a day.
    }
  }

  private boolean isAsked(String run) {
    try {
      return stops.isAsked(run);
    } catch (StoreTrouble _) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    watch.ifPresent(Thread::interrupt);
  }
}
