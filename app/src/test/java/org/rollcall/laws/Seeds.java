package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThatCode;

/// The seeds of random worlds: each makes the same world at any time. `rollcall.seed` says with
/// which they begin.
final class Seeds {
  private static final long FIRST = Long.getLong("rollcall.seed", 0);

  private Seeds() {}

  /// What holds of the world of a seed.
  interface Law {
    void hold(long seed) throws Exception;
  }

  /// Tries so many worlds. A failure names the one world to try again.
  static void forEach(int worlds, Law law) {
    for (long seed = FIRST; seed < FIRST + worlds; seed++) {
      long at = seed;
      assertThatCode(() -> law.hold(at))
          .as("-Drollcall.worlds=1 -Drollcall.seed=%d", at)
          .doesNotThrowAnyException();
    }
  }
}
