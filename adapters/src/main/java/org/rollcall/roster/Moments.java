package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Newest;
import org.rollcall.run.RunStopped;

/// Reads points in time as PostgreSQL writes them into JSON: of any year, before Christ too.
public final class Moments {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<year>\\d{4,7})-(?<month>\\d\\d)-(?<day>\\d\\d)"
              + "(T(?<time>\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?)(?<zone>Z|[+-]\\d\\d(:\\d\\d){0,2})?)?"
              + "(?<bc> BC)?");

  private Moments() {}

  /// Reads `text`, which is the answer to `asked`.
  ///
  /// @throws RunStopped when it is not a time
  public static Instant of(Newest asked, String text) {
    return of(text).orElseThrow(() -> new RunStopped(RunStopped.Kind.SETTINGS, none(asked, text)));
  }

  private static String none(Newest asked, String text) {
    return text.endsWith("infinity")
        ? "%s holds %s, which does not tell when anything was filled; leave such rows out, as with a query or a function under freshness."
            .formatted(asked.called(), text)
        : "%s holds neither times nor dates; name something else under freshness."
            .formatted(asked.called());
  }

  /// Reads a timestamp; one without a zone is in UTC. A date means its last second, so that a row
  /// of today is not old in the afternoon. Empty for any other text, and for `infinity`.
  public static Optional<Instant> of(String text) {
    var matcher = FORM.matcher(text);
    try {
      return matcher.matches() ? Optional.of(read(matcher)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant read(Matcher text) {
    int year = Integer.parseInt(text.group("year"));
    var date =
        LocalDate.of(
            text.group("bc") == null ? year : 1 - year,
            Integer.parseInt(text.group("month")),
            Integer.parseInt(text.group("day")));
    if (text.group("time") == null) {
      return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }
    var zone = text.group("zone") == null ? ZoneOffset.UTC : ZoneOffset.of(text.group("zone"));
    return date.atTime(LocalTime.parse(text.group("time"))).toInstant(zone);
  }
}
