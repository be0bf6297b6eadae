package org.rollcall.roster;

import java.time.Duration;

/// The pauses between tries: 1, 2, 4, 8 and 16 seconds, then 30 each. The last one is shorter where
/// they would add up to more than the whole.
///
/// @param whole what they add up to
record Pauses(Duration whole) {
  private static final int DOUBLING = 5;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// How many tries they allow.
  int tries() {
    int tries = 1;
    while (isLeft(tries)) {
      tries++;
    }
    return tries;
  }

  /// Whether there is a pause after this many tries.
  boolean isLeft(int tries) {
    return from(tries).isPositive();
  }

  /// The pause after this many tries.
  Duration after(int tries) {
    var due = tries <= DOUBLING ? Duration.ofSeconds(1L << (tries - 1)) : LONGEST;
    var left = from(tries);
    return due.compareTo(left) <= 0 ? due : left;
  }

  /// What the pause after this many tries and all later ones add up to.
  Duration from(int tries) {
    var before =
        tries <= DOUBLING + 1
            ? Duration.ofSeconds((1L << (tries - 1)) - 1)
            : Duration.ofSeconds((1L << DOUBLING) - 1)
                .plus(LONGEST.multipliedBy(tries - DOUBLING - 1L));
    return whole.minus(before);
  }
}
