package org.rollcall.apply;

import java.time.Duration;

/// So many calls in any span of so long.
public record Rate(int calls, Duration window) {
  /// @throws IllegalArgumentException when it would allow nothing
  public Rate {
    if (calls < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("A rate allows at least one call in some time.");
    }
  }
}
