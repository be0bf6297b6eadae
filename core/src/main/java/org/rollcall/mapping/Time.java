package org.rollcall.mapping;

import java.util.regex.Pattern;
import org.rollcall.model.ColumnType;

/// The one form in which dates and times of the roster reach expressions: text that sorts in the
/// order of time, as the database sorts it.
final class Time {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");
  private static final Pattern WITHOUT_ZONE = Pattern.compile(".*T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
  private static final Pattern BEYOND =
      Pattern.compile("\\d{5,}-\\d\\d-\\d\\d.*|\\d{4,}-\\d\\d-\\d\\d.* BC");

  private Time() {}

  /// `text`, as PostgreSQL writes a date or a time into JSON in UTC, in that form. A time without a
  /// zone is in UTC. `infinity` sorts after every date and `-infinity` before.
  ///
  /// @throws UnmappableValue when the year is before 1 or after 9999: as text it would sort wrongly
  static String of(String column, ColumnType type, String text) {
    if (BEYOND.matcher(text).matches()) {
      throw new UnmappableValue(
          "the column %s holds a year outside 1 to 9999, which does not sort as text"
              .formatted(column));
    }
    return type == ColumnType.TIMESTAMP
            && DATE.matcher(text).matches()
            && WITHOUT_ZONE.matcher(text).matches()
        ? text + "+00:00"
        : text;
  }
}
