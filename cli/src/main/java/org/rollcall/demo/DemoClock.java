package org.rollcall.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes on from a moment of the past, until it is set right. For many threads.
final class DemoClock implements InstantSource {
  private final InstantSource real;
  private volatile Duration behind = Duration.ZERO;

  DemoClock(InstantSource real) {
    this.real = real;
  }

  /// Goes on from this moment.
  void set(Instant moment) {
    behind = Duration.between(moment, real.instant());
  }

  /// Shows the present again.
  void setRight() {
    behind = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return real.instant().minus(behind);
  }
}
