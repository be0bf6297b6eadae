package org.rollcall.schedule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wrong with the fields of a cron.
///
/// @param words what is wrong, to follow the name of the cron: `has 4 fields`
/// @param expected what a right one looks like
/// @param instead what was probably meant; empty where that is unknown
public record CronMistake(String words, String expected, Optional<String> instead) {
  private static final String FIVE =
      "five fields (minute, hour, day of the month, month, day of the week), such as \"0 8 * * *\"";

  private static final List<String> NAMES =
      List.of("minute", "hour", "day of the month", "month", "day of the week");

  private static final List<String> RANGES =
      List.of("0 to 59", "0 to 23", "1 to 31", "1 to 12 or JAN to DEC", "0 to 7 or SUN to SAT");

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  /// A leap year, so that 29 February comes.
  private static final LocalDateTime ANY = LocalDateTime.of(2000, 1, 1, 0, 0);

  /// The mistake in `fields`; empty where they are right.
  public static Optional<CronMistake> in(String fields) {
    if (fields.startsWith("@")) {
      return Optional.of(nickname(fields));
    }
    var each = List.of(fields.strip().split("\\s+", -1));
    return each.size() == NAMES.size() ? in(each) : Optional.of(count(each));
  }

  private static CronMistake nickname(String fields) {
    return new CronMistake(
        "is a nickname", FIVE, Optional.ofNullable(NICKNAMES.get(fields.strip())));
  }

  private static CronMistake count(List<String> fields) {
    return switch (fields.size()) {
      case 1 -> new CronMistake("has 1 field", FIVE, Optional.empty());
      case 6 ->
          new CronMistake(
              "has 6 fields, and seconds are none of them",
              FIVE,
              Optional.of(String.join(" ", fields.subList(1, 6)))
                  .filter(rest -> in(rest).isEmpty()));
      default -> new CronMistake("has %d fields".formatted(fields.size()), FIVE, Optional.empty());
    };
  }

  private static Optional<CronMistake> in(List<String> fields) {
    var together = String.join(" ", fields);
    return isRight(together) ? never(together) : wrongField(fields).or(() -> never(together));
  }

  private static Optional<CronMistake> wrongField(List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (!isRight(alone(fields.get(i), i))) {
        return Optional.of(
            new CronMistake(
                "has the %s \"%s\"".formatted(NAMES.get(i), fields.get(i)),
                RANGES.get(i) + ", *, or lists, ranges and steps of them",
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /// Fields that are right one by one may still name a day that no month has.
  private static Optional<CronMistake> never(String fields) {
    return new CronFields(fields).after(ANY).isPresent()
        ? Optional.empty()
        : Optional.of(
            new CronMistake("never comes due", "a day that the month has", Optional.empty()));
  }

  private static String alone(String field, int place) {
    var fields = new ArrayList<>(Collections.nCopies(NAMES.size(), "*"));
    fields.set(place, field);
    return String.join(" ", fields);
  }

  private static boolean isRight(String fields) {
    try {
      var _ = new CronFields(fields);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
