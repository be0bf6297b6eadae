package org.rollcall.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The word that a store holds for a constant. A store outlives programs, so a word never changes
/// its meaning, and a program may meet one that only a later program knows.
public final class StoredWord {
  private StoredWord() {}

  /// Such as `partial`.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The constant that `word` stands for; `unknown` where it stands for none.
  static <E extends Enum<E>> E meaning(String word, List<E> constants, E unknown) {
    return meaning(word, constants).orElse(unknown);
  }

  /// The constant that `word` stands for; empty where it stands for none.
  public static <E extends Enum<E>> Optional<E> meaning(String word, List<E> constants) {
    return constants.stream().filter(each -> of(each).equals(word)).findFirst();
  }
}
