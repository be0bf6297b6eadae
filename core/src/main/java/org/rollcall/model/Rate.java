package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number of calls in any window of a fixed length; written `166/10s`.
///
/// @param calls at least 1
/// @param window longer than zero
public record Rate(int calls, Duration window) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,4})s");

  /// @throws IllegalArgumentException when it would allow no calls
  public Rate {
    if (calls < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("A rate allows at least one call in some time.");
    }
  }

  /// Reads a rate written as calls and whole seconds; empty if `text` has another form.
  public static Optional<Rate> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Rate(
                Integer.parseInt(form.group(1)), Duration.ofSeconds(Long.parseLong(form.group(2)))))
        : Optional.empty();
  }

  /// @throws IllegalArgumentException when `text` is not a rate
  public static Rate of(String text) {
    return parse(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"%s\" is not a rate: write calls and seconds, such as 166/10s.".formatted(text)));
  }

  @Override
  public String toString() {
    return calls + "/" + window.toSeconds() + "s";
  }
}
