package org.rollcall.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.rollcall.model.Rate;

/// Reads numbers, times and words in the forms of the settings. A text in another form gives empty.
final class Forms {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?(%?)");

  /// Longer spans cannot be counted in nanoseconds, as clocks do.
  private static final Duration A_LIFE = Duration.ofDays(36_500);

  private Forms() {}

  static Optional<Integer> wholeNumber(String text, int least, int most) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .filter(number -> number >= least && number <= most);
  }

  /// `true` or `false`.
  static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// `500ms`, `30s`, `2m`, `1h` or `90d`; never zero, and never more than a life.
  static Optional<Duration> duration(String text) {
    var form = DURATION.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var duration = Duration.of(Long.parseLong(form.group(1)), unit(form.group(2)));
    return Optional.of(duration).filter(each -> each.isPositive() && each.compareTo(A_LIFE) <= 0);
  }

  private static ChronoUnit unit(String letters) {
    return switch (letters) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }

  /// `166/10s` or `auto`.
  static Optional<Pace> rate(String text) {
    if (text.equals("auto")) {
      return Optional.of(new Pace.Auto());
    }
    return Rate.parse(text).map(Pace.UpTo::new);
  }

  /// `50%` or `0.5`, from 0 to 1.
  static Optional<Double> share(String text) {
    var form = SHARE.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var number = Double.parseDouble(form.group(1));
    var share = form.group(2).isEmpty() ? number : number / 100;
    return Optional.of(share).filter(value -> value <= 1);
  }

  /// The constants of an enumeration by their words in the settings.
  static <E extends Enum<E>> SequencedMap<String, E> words(Class<E> type) {
    var words = new LinkedHashMap<String, E>();
    for (var constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return words;
  }

  /// `a, b or c`.
  static String choice(Collection<String> words) {
    var text = new StringBuilder();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      text.append(text.isEmpty() ? "" : rest.hasNext() ? ", " : " or ").append(word);
    }
    return text.toString();
  }
}
