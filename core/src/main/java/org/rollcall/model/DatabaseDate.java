package org.rollcall.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date or a time as PostgreSQL writes it into JSON, in UTC.
public sealed interface DatabaseDate {
  /// Before the year 1 or after the year 9999, where texts no longer sort as the dates do. It reads
  /// as `-infinity` or `infinity`, which sort before and after all others.
  record Beyond(String text) implements DatabaseDate {}

  /// A day without a time.
  record Day(LocalDate date) implements DatabaseDate {}

  /// A time; one without a zone is in UTC.
  record Moment(LocalDateTime time) implements DatabaseDate {}

  String INFINITY = "infinity";
  String MINUS_INFINITY = "-infinity";

  /// The form of a day: `2026-01-31`.
  default String asDay() {
    return switch (this) {
      case Beyond(var text) -> text;
      case Day(var date) -> date.toString();
      case Moment(var time) -> time.toLocalDate().toString();
    };
  }

  /// The form of a time: `2026-01-31T08:00:00+00:00`, with a fraction only if there is one.
  default String asTime() {
    return switch (this) {
      case Beyond(var text) -> text;
      case Day(var date) -> date + "T00:00:00+00:00";
      case Moment(var time) -> Reader.TIME.format(time) + "+00:00";
    };
  }

  /// Reads `text` for a mapping; empty if it is no date and no time.
  static Optional<DatabaseDate> of(String text) {
    return text.equals(INFINITY) || text.equals(MINUS_INFINITY)
        ? Optional.of(new Beyond(text))
        : exact(text).map(DatabaseDate::within);
  }

  /// Reads `text` with its year, whatever that is; empty if it is no date and no time, and for
  /// infinity.
  static Optional<DatabaseDate> exact(String text) {
    var matcher = Reader.FORM.matcher(text);
    try {
      return matcher.matches() ? Optional.of(Reader.read(matcher)) : Optional.empty();
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static DatabaseDate within(DatabaseDate read) {
    int year =
        switch (read) {
          case Beyond _ -> 0;
          case Day(var date) -> date.getYear();
          case Moment(var time) -> time.getYear();
        };
    if (year < 1) {
      return new Beyond(MINUS_INFINITY);
    }
    return year > Reader.LAST_YEAR ? new Beyond(INFINITY) : read;
  }

  /// Takes a text apart.
  final class Reader {
    private static final int LAST_YEAR = 9999;

    private static final Pattern FORM =
        Pattern.compile(
            "(?<year>\\d{4,7})-(?<month>\\d\\d)-(?<day>\\d\\d)"
                + "([T ](?<time>\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?)(?<zone>Z|[+-]\\d\\d(:?\\d\\d(:?\\d\\d)?)?)?)?"
                + "(?<bc> BC)?");

    private static final DateTimeFormatter TIME =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private Reader() {}

    private static DatabaseDate read(Matcher text) {
      int year = Integer.parseInt(text.group("year"));
      var date =
          LocalDate.of(
              text.group("bc") == null ? year : 1 - year,
              Integer.parseInt(text.group("month")),
              Integer.parseInt(text.group("day")));
      return text.group("time") == null
          ? new Day(date)
          : new Moment(
              date.atTime(LocalTime.parse(text.group("time")))
                  .minusSeconds(zone(text).getTotalSeconds()));
    }

    private static ZoneOffset zone(Matcher text) {
      return text.group("zone") == null ? ZoneOffset.UTC : ZoneOffset.of(text.group("zone"));
    }
  }
}
