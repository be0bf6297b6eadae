package org.rollcall.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.app.RunHandle;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// A run that somebody watches: shows its events, obeys signals, and waits for its end.
///
/// @param signal the wish to stop, as signals express it
/// @param listener shows the run's events; a slow one misses some and is told so
/// @param deadline when to stop by itself; empty for never
record ForegroundRun(StopSignal signal, Consumer<RunEvent> listener, Optional<Deadline> deadline) {
  /// How long the screen may lag behind a run that is over.
  private static final Duration LAG = Duration.ofSeconds(30);

  private static final Duration RESERVE = Duration.ofMillis(100);

  /// @throws org.rollcall.run.RunStopped when the run could not begin, or did not end in time
  Report await(RunHandle run) throws InterruptedException {
    signal.forwardTo(run.stop());
    deadline.map(Deadline::time).ifPresent(run::stopAfter);
    try (var follower = run.events().follow(0, envelope -> listener.accept(envelope.event()))) {
      try {
        return run.await();
      } finally {
        follower.await(run.stop().budget(LAG, RESERVE));
      }
    }
  }
}
