package org.rollcall.sandbox;

import java.time.Duration;
import java.util.regex.Pattern;

/// A rate limit.
///
/// @param calls how many calls fit in a window, at least one
/// @param window how long a window lasts, whole seconds
public record Rate(int calls, Duration window) {
  /// What Intercom gave the first user's webhooks room under.
  public static final Rate DEFAULT = new Rate(166, Duration.ofSeconds(10));

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,3})s");

  /// @throws IllegalArgumentException when a part is not positive
  public Rate {
    if (calls < 1 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("A rate needs at least one call in at least one second.");
    }
  }

  /// The rate written as `166/10s`.
  ///
  /// @throws IllegalArgumentException when it is written otherwise
  public static Rate parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a rate: write calls and seconds, such as 166/10s.");
    }
    return new Rate(
        Integer.parseInt(matcher.group(1)), Duration.ofSeconds(Integer.parseInt(matcher.group(2))));
  }

  @Override
  public String toString() {
    return calls + "/" + window.toSeconds() + "s";
  }
}
