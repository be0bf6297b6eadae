package org.rollcall.access;

import java.text.Normalizer;
import java.util.Optional;

/// A password as somebody wrote it. Keyboards write the same letter in several ways, so it is
/// brought into one form.
public final class Password {
  /// How many characters a new one has at least.
  public static final int LEAST = 12;

  /// How many it has at most. It bounds the work that a stranger can cause.
  public static final int MOST = 256;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /// What somebody wrote, be it good or not.
  public static Password of(String text) {
    return new Password(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  /// Why it is not taken as a new one, as a sentence; empty where it is.
  public Optional<String> fault() {
    int length = text.codePointCount(0, text.length());
    if (length < LEAST) {
      return Optional.of(
          "The password has %d characters, and it needs %d at least: a shorter one can be guessed by whoever gets hold of a copy of the store. Several words are good."
              .formatted(length, LEAST));
    }
    return length > MOST
        ? Optional.of(
            "The password has %d characters, and it may have %d at most.".formatted(length, MOST))
        : Optional.empty();
  }

  /// The secret itself.
  public String secret() {
    return text;
  }

  /// Never the secret.
  @Override
  public String toString() {
    return "***";
  }
}
