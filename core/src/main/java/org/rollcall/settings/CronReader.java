package org.rollcall.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.schedule.Cron;
import org.rollcall.schedule.CronMistake;

/// Reads one cron.
final class CronReader {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  private static final List<String> NAMES =
      List.of(
          "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
          "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private CronReader() {}

  /// The cron; empty where there is no text or a mistake, which is reported.
  static Optional<Cron> read(Field field, ZoneId zone) {
    var text = field.text().filter(fields -> !fields.isEmpty());
    var mistake = text.flatMap(CronMistake::in);
    mistake.ifPresent(each -> report(field, text.orElseThrow(), each));
    return text.filter(_ -> mistake.isEmpty()).map(fields -> Cron.of(fields, zone));
  }

  /// A value of the environment is not repeated.
  private static void report(Field field, String text, CronMistake mistake) {
    var why = field.literal().equals(text) ? mistake.words() : "is no cron";
    field.wrong(
        "\"%s\", which %s".formatted(field.literal(), why),
        mistake.expected()
            + mistake
                .instead()
                .or(() -> repaired(text))
                .map("; did you mean \"%s\"?"::formatted)
                .orElse(""));
  }

  /// The text with the nearest name for each word, if that makes it right.
  private static Optional<String> repaired(String text) {
    var nearest =
        WORD.matcher(text).replaceAll(word -> Nearest.to(word.group(), NAMES).orElse(word.group()));
    return Optional.of(nearest).filter(each -> CronMistake.in(each).isEmpty());
  }
}
