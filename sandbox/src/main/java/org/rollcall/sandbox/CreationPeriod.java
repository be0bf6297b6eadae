package org.rollcall.sandbox;

/// A period of creation times in Unix seconds, both ends included. A search uses it to skip
/// contacts outside the period.
record CreationPeriod(long from, long to) {
  static final CreationPeriod EVER = new CreationPeriod(Long.MIN_VALUE, Long.MAX_VALUE);

  CreationPeriod and(CreationPeriod other) {
    return new CreationPeriod(Math.max(from, other.from), Math.min(to, other.to));
  }
}
