package org.rollcall.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.apply.Waiter;

/// Lets no time pass, and remembers how long it should have.
public final class RecordingWaiter implements Waiter {
  private final List<Duration> waits = new ArrayList<>();

  @Override
  public void await(Duration duration) {
    waits.add(duration);
  }

  /// The waits until now.
  public List<Duration> waits() {
    return List.copyOf(waits);
  }
}
