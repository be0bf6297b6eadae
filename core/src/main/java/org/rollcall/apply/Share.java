package org.rollcall.apply;

/// How much of the limit to take when somebody else draws on it too: much less at once, more again
/// little by little.
///
/// Not safe for use by several threads.
final class Share {
  private static final double YIELD = 0.75;
  private static final double RECOVER = 0.1;
  private static final double LEAST = 0.25;

  private final long window;
  private double value = 1;
  private long yielded;
  private long quietSince;

  Share(long window) {
    this.window = window;
  }

  /// From a quarter to 1.
  double value() {
    return value;
  }

  /// There was not enough for all at `now`: takes less, once a window.
  void contended(long now) {
    if (value == 1 || now - yielded >= window) {
      value = Math.max(LEAST, value * YIELD);
      yielded = now;
    }
    quietSince = now;
  }

  /// There was enough for all at `now`: takes more again after each window in which there was.
  void quiet(long now) {
    if (value < 1 && now - quietSince >= window) {
      value = Math.min(1, value + RECOVER);
      quietSince = now;
    }
  }
}
