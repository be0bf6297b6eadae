package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Newest;

/// Whether what fills the roster has fallen behind.
public final class Staleness {
  private static final Duration DAY = Duration.ofDays(1);

  private Staleness() {}

  /// What is wrong, as a sentence; empty where the roster is new enough.
  ///
  /// @param newest the newest moment; empty where nothing tells one
  public static Optional<String> of(Freshness wanted, Optional<Instant> newest, Instant now) {
    return newest
        .map(moment -> old(wanted, moment, Duration.between(moment, now)))
        .orElseGet(() -> Optional.of(none(wanted.newest())));
  }

  private static String none(Newest asked) {
    return switch (asked) {
      case Newest.Column(var table, var column) ->
          "Table %s has no row with a value in %s.".formatted(table, column);
      case Newest.Query _, Newest.Function _ ->
          "%s gives no time: no row, or null.".formatted(asked.called());
    };
  }

  private static Optional<String> old(Freshness wanted, Instant newest, Duration age) {
    if (age.compareTo(wanted.within()) <= 0) {
      return Optional.empty();
    }
    var within = words(wanted.within());
    return Optional.of(
        switch (wanted.newest()) {
          case Newest.Column(var table, var column) ->
              "The newest row of %s is %s old (%s %s), but the settings want one within %s."
                  .formatted(table, words(age), column, newest, within);
          case Newest.Query _, Newest.Function _ ->
              "The time that %s gives is %s old (%s), but the settings want one within %s."
                  .formatted(wanted.newest().called(), words(age), newest, within);
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
