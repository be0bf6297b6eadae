package org.rollcall.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.apply.Waiter;

/// Waits no time, and records how long it should have waited.
public final class RecordingWaiter implements Waiter {
  private final List<Duration> waits = new ArrayList<>();

  @Override
  public void await(Duration duration) {
    waits.add(duration);
  }

  /// The waits so far.
  public List<Duration> waits() {
    return List.copyOf(waits);
  }
}
