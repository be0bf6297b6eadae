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
    if (newest.isEmpty()) {
      return Optional.of(
          "Table %s has no row with a value in %s.".formatted(wanted.table(), wanted.column()));
    }
    var age = Duration.between(newest.get(), now);
    return age.compareTo(wanted.within()) <= 0
        ? Optional.empty()
        : Optional.of(
            "The newest row of %s is %s old (%s %s), but the settings want one within %s."
                .formatted(
                    wanted.table(),
                    words(age),
                    wanted.column(),
                    newest.get(),
                    words(wanted.within())));
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
