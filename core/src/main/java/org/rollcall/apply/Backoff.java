package org.rollcall.apply;

import java.time.Duration;

/// How long to wait before a call is sent again, and how often. Pure arithmetic: the caller throws
/// the dice.
///
/// @param first the longest pause before the second try; it doubles from try to try
/// @param longest where the doubling ends
/// @param tries how often a call is sent in all
/// @param rateWaits how long one call may wait for the rate limit, all its waits together, before
///   it is given up
public record Backoff(Duration first, Duration longest, int tries, Duration rateWaits) {
  /// Five tries within some fifteen seconds, and five minutes for a rate limit that will not open.
  public static final Backoff DEFAULT =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(16), 5, Duration.ofMinutes(5));

  private static final Duration SCATTER = Duration.ofMillis(500);

  /// @throws IllegalArgumentException when it would not even try once
  public Backoff {
    if (tries < 1) {
      throw new IllegalArgumentException("A call is tried at least once.");
    }
  }

  /// The pause after `failed` tries: between half of what is due and all of it, so that those who
  /// failed together do not come back together.
  ///
  /// @param dice from 0 to 1
  public Duration pause(int failed, double dice) {
    return part(due(failed), 0.5 + dice / 2);
  }

  /// The pause after the rate limit refused a call for the `times`th time in a row. It lasts until
  /// the window opens. Each further refusal makes it longer, because the clocks disagree then.
  ///
  /// @param untilOpen what the refusal said
  /// @param dice from 0 to 1
  public Duration pauseForRate(Duration untilOpen, int times, double dice) {
    var stubborn = times > 1 ? due(times - 1) : Duration.ZERO;
    var longer = untilOpen.compareTo(stubborn) >= 0 ? untilOpen : stubborn;
    return longer.plus(part(SCATTER, dice));
  }

  private Duration due(int failed) {
    var due = first.multipliedBy(1L << Math.clamp(failed - 1, 0, 20));
    return due.compareTo(longest) <= 0 ? due : longest;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofNanos(Math.round(whole.toNanos() * share));
  }
}
