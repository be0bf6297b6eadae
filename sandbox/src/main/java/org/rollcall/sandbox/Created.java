package org.rollcall.sandbox;

/// Times of creation, both ends included, in Unix seconds: so that a search need not look at
/// everybody.
record Created(long from, long to) {
  static final Created EVER = new Created(Long.MIN_VALUE, Long.MAX_VALUE);

  Created and(Created other) {
    return new Created(Math.max(from, other.from), Math.min(to, other.to));
  }
}
