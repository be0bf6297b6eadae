package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollcall.model.Newest;
import org.rollcall.run.RunStopped;

/// Reads points in time as PostgreSQL writes them into JSON.
public final class Moments {
  private Moments() {}

  /// Reads `text`, which is the answer to `asked`.
  ///
  /// @throws RunStopped when it is not a time
  public static Instant of(Newest asked, String text) {
    return of(text)
        .orElseThrow(() ->
            new RunStopped(
                RunStopped.Kind.SETTINGS,
                "%s holds neither times nor dates; name something else under freshness."
                    .formatted(asked.called())));
  }

  /// Reads a timestamp; one without a zone is in UTC. A date means its last second, so that a row
  /// of today is not old in the afternoon. Empty for any other text.
  public static Optional<Instant> of(String text) {
    try {
      return Optional.of(parsed(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant parsed(String text) {
    if (!text.contains("T")) {
      return LocalDate.parse(text)
          .plusDays(1)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .minusSeconds(1);
    }
    return text.matches(".*(Z|[+-]\\d\\d(:\\d\\d)?)$")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
