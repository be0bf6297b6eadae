package org.rollcall.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.rollcall.app.IntercomClient;

/// Time that passes only where somebody waits.
public final class SimulatedTime {
  private final Instant beginning;
  private final AtomicLong nanos = new AtomicLong();

  public SimulatedTime(Instant beginning) {
    this.beginning = beginning;
  }

  public Instant now() {
    return beginning.plusNanos(nanos.get());
  }

  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /// As a client sees it. Whoever waits once `stop` is true is interrupted.
  public IntercomClient.Time until(BooleanSupplier stop) {
    return new IntercomClient.Time(
        this::now,
        nanos::get,
        time -> {
          if (stop.getAsBoolean()) {
            throw new InterruptedException("The run shall stop.");
          }
          pass(time);
        });
  }
}
