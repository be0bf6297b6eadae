package org.rollcall.mapping;

import java.util.Optional;

/// Whether a text can be an e-mail address. Only what no mail server would take is refused: whether
/// anybody reads the address, nobody knows but the server.
final class EmailAddress {
  private static final int LONGEST = 254;

  private EmailAddress() {}

  /// Why `text` is no address, as a sentence; empty when it can be one.
  static Optional<String> objection(String text) {
    if (text.isEmpty()) {
      return Optional.of("The roster has no e-mail address.");
    }
    return fault(text).map("The roster's e-mail address %s."::formatted);
  }

  private static Optional<String> fault(String text) {
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
    if (!isDomain(text.substring(at + 1))) {
      return Optional.of("names no domain after its @");
    }
    return text.length() > LONGEST
        ? Optional.of("is longer than %d characters".formatted(LONGEST))
        : Optional.empty();
  }

  /// At least two names with a dot between any two.
  private static boolean isDomain(String domain) {
    return domain.matches("[^.]+(\\.[^.]+)+");
  }
}
