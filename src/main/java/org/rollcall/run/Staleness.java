package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Freshness;

/// Whether what fills the roster has fallen behind.
public final class Staleness {
  private static final Duration DAY = Duration.ofDays(1);

  private Staleness() {}

  /// What is wrong, as a sentence; empty where the newest row is new enough.
  ///
  /// @param newest the newest moment; empty where there is no row
  public static Optional<String> of(Freshness wanted, Optional<Instant> newest, Instant now) {
    return newest
        .map(moment -> old(wanted, moment, Duration.between(moment, now)))
        .orElseGet(() -> Optional.of(nothing(wanted.sign())));
  }

  private static String nothing(Freshness.Sign sign) {
    return switch (sign) {
      case Freshness.NewestRow(var table, var column) ->
          "Table %s has no row with a value in %s.".formatted(table, column);
      case Freshness.Query _ -> "The query under freshness answers nothing.";
    };
  }

  private static Optional<String> old(Freshness wanted, Instant newest, Duration age) {
    if (age.compareTo(wanted.within()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (wanted.sign()) {
          case Freshness.NewestRow(var table, var column) ->
              "The newest row of %s is %s old (%s %s), but the settings want one within %s."
                  .formatted(table, words(age), column, newest, words(wanted.within()));
          case Freshness.Query _ ->
              "By the query under freshness, the upstream job was last done %s ago (%s), but the settings want it within %s."
                  .formatted(words(age), newest, words(wanted.within()));
        });
  }

  /// `3 days`, `26 hours`, `40 minutes`: the largest whole unit that says enough.
  public static String words(Duration age) {
    if (age.compareTo(DAY.multipliedBy(2)) >= 0) {
      return age.toDays() + " days";
    }
    return age.compareTo(Duration.ofHours(2)) >= 0
        ? age.toHours() + " hours"
        : Math.max(age.toMinutes(), 0) + " minutes";
  }
}
