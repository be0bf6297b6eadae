package org.rollcall.sandbox;

import java.time.Duration;
import java.util.regex.Pattern;

/// Reads time spans in short notation.
public final class TimeSpan {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private TimeSpan() {}

  /// Reads a span such as `50ms`, `2s`, `3m` or `1h`.
  ///
  /// @throws IllegalArgumentException when the text has another form
  public static Duration parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a span of time: write a number and ms, s, m or h, as in 50ms.");
    }
    var amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
