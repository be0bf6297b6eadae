package org.rollcall.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollcall.model.DatabaseDate;
import org.rollcall.model.Newest;
import org.rollcall.run.RunStopped;

/// Reads points in time as PostgreSQL writes them into JSON.
public final class Moments {
  private Moments() {}

  /// Reads `text`, which is the answer to `asked`.
  ///
  /// @throws RunStopped when it is not a time
  public static Instant of(Newest asked, String text) {
    return of(text).orElseThrow(() -> new RunStopped(RunStopped.Kind.SETTINGS, none(asked, text)));
  }

  private static String none(Newest asked, String text) {
    return text.endsWith(DatabaseDate.INFINITY)
        ? "%s holds %s, which does not tell when anything was filled; leave such rows out, as with a query or a function under freshness."
            .formatted(asked.called(), text)
        : "%s holds neither times nor dates; name something else under freshness."
            .formatted(asked.called());
  }

  /// Reads a timestamp; one without a zone is in UTC. A date means its last second, so that a row
  /// of today is not old in the afternoon. Empty for any other text.
  public static Optional<Instant> of(String text) {
    return DatabaseDate.exact(text)
        .flatMap(read ->
            switch (read) {
              case DatabaseDate.Beyond _ -> Optional.empty();
              case DatabaseDate.Day(var date) ->
                  Optional.of(
                      date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1));
              case DatabaseDate.Moment(var time) -> Optional.of(time.toInstant(ZoneOffset.UTC));
            });
  }
}
