package org.rollcall.apply;

/// Spreads calls evenly. Each has its place in time; a sleeper who wakes late does not push back
/// those behind, and a little of what was missed may be caught up.
///
/// Not safe for use by several threads.
final class Spacing {
  private final long slack;
  private boolean begun;
  private long next;

  /// @param slack how far back in time a missed place may still be taken, in nanoseconds
  Spacing(long slack) {
    this.slack = slack;
  }

  long delay(long now) {
    return begun ? Math.max(0, next - now) : 0;
  }

  /// A call takes the next place; the one after it is `interval` later.
  void sent(long now, long interval) {
    var earliest = now - slack;
    var place = begun && next - earliest > 0 ? next : earliest;
    next = (begun ? place : now) + interval;
    begun = true;
  }
}
