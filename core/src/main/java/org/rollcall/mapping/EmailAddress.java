package org.rollcall.mapping;

import java.util.Optional;

/// Checks whether a text can be an e-mail address. It rejects only what no mail server would
/// accept; whether the address exists is unknown.
final class EmailAddress {
  private static final int LONGEST = 254;

  private EmailAddress() {}

  /// The reason why `text` is not an address, as a sentence; empty if it can be one.
  static Optional<String> objection(String text) {
    if (text.isEmpty()) {
      return Optional.of("The roster has no e-mail address.");
    }
    return fault(text).map("The roster's e-mail address %s."::formatted);
  }

  private static Optional<String> fault(String text) {
    var other = wrapping(text);
    return other.isPresent() ? other : faultOfParts(text);
  }

  /// What people and mail programs write around an address.
  private static Optional<String> wrapping(String text) {
    if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
      return Optional.of("begins with mailto:");
    }
    if (text.indexOf('\uFF20') >= 0) {
      return Optional.of("has a full-width @");
    }
    if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
      return Optional.of("has angle brackets");
    }
    if (isQuoted(text)) {
      return Optional.of("has quotation marks");
    }
    return separator(text);
  }

  private static boolean isQuoted(String text) {
    return text.codePoints().anyMatch(character -> "\"“”„«»‘".indexOf(character) >= 0)
        || text.startsWith("'")
        || text.endsWith("'");
  }

  private static Optional<String> separator(String text) {
    if (text.indexOf(',') < 0 && text.indexOf(';') < 0) {
      return Optional.empty();
    }
    return Optional.of(
        text.indexOf('@') != text.lastIndexOf('@')
            ? "is more than one address"
            : "has a comma or a semicolon");
  }

  private static Optional<String> faultOfParts(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return Optional.of("has no @");
    }
    if (text.indexOf('@', at + 1) >= 0) {
      return Optional.of("has more than one @");
    }
    if (text.codePoints().anyMatch(Text::isBlank)) {
      return Optional.of("has a blank in it");
    }
    if (at == 0) {
      return Optional.of("has nothing before its @");
    }
    var local = text.substring(0, at);
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return Optional.of("has a dot in the wrong place before its @");
    }
    if (!isDomain(text.substring(at + 1))) {
      return Optional.of("names no domain after its @");
    }
    return text.length() > LONGEST
        ? Optional.of("is longer than %d characters".formatted(LONGEST))
        : Optional.empty();
  }

  /// At least two names, separated by single dots.
  private static boolean isDomain(String domain) {
    return domain.matches("[^.]+(\\.[^.]+)+");
  }
}
