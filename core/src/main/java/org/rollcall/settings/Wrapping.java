package org.rollcall.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/// What is copied along with a value and is no part of it.
final class Wrapping {
  /// What to say of a value that was never filled in, to follow its name.
  static final String PLACEHOLDER = "still has a placeholder; put the real value in its place";

  private static final String QUOTES = "\"'`“”„«»‘’‚";
  private static final Pattern VARIABLE =
      Pattern.compile("(?s)(?:export\\s+)?[A-Z][A-Z0-9_]{2,}\\s*=\\s*[^=\\s].*");

  private Wrapping() {}

  /// What stands around `text` or breaks it, to follow its name: "is in quotation marks; ...".
  /// Empty for nothing. Nothing of the text is repeated.
  static Optional<String> fault(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (isQuote(text.charAt(0)) || isQuote(text.charAt(text.length() - 1))) {
      return Optional.of("is in quotation marks; leave them out");
    }
    if (VARIABLE.matcher(text).matches()) {
      return Optional.of("begins with the name of a variable; leave out the name and the =");
    }
    return text.chars().anyMatch(Wrapping::isLineBreak)
        ? Optional.of("has a line break in it; write it in one line")
        : Optional.empty();
  }

  /// Whether all of `text` is in a pair of marks. A shell would have taken them off; others leave
  /// them.
  static boolean isQuoted(String text) {
    return text.length() > 1
        && isQuote(text.charAt(0))
        && text.charAt(0) == text.charAt(text.length() - 1);
  }

  private static boolean isQuote(char character) {
    return QUOTES.indexOf(character) >= 0;
  }

  private static boolean isLineBreak(int character) {
    return character == '\n' || character == '\r' || character == '\u2028';
  }
}
