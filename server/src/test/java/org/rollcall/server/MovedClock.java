package org.rollcall.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes on as clocks do, and can be set.
final class MovedClock implements InstantSource {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  static MovedClock at(Instant moment) {
    var clock = new MovedClock();
    clock.set(moment);
    return clock;
  }

  void set(Instant moment) {
    ahead.set(Duration.between(Instant.now(), moment));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }
}
