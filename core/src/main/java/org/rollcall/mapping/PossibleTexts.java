package org.rollcall.mapping;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.model.Wish;

/// The texts that an expression can produce, as far as its form tells.
///
/// @param texts the texts in quotes or in a vocabulary
/// @param others the other values that it can produce
public record PossibleTexts(SortedSet<String> texts, Others others) {
  /// The values that an expression can produce besides its known texts, from fewest to most.
  public enum Others {
    NONE,
    /// A code for which the vocabulary has no name; it stays as it is.
    CODES_WITHOUT_A_NAME,
    ANY
  }

  /// UnknownCodes: any value is possible.
  static final PossibleTexts ANYTHING = new PossibleTexts(Collections.emptySortedSet(), Others.ANY);

  /// No value.
  static final PossibleTexts NOTHING = new PossibleTexts(Collections.emptySortedSet(), Others.NONE);

  public PossibleTexts {
    texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
  }

  /// The texts that a wish puts into a field.
  static PossibleTexts of(Wish wish) {
    return switch (wish) {
      case Wish.Put(var value) ->
          new PossibleTexts(new TreeSet<>(Set.of(value.shown())), Others.NONE);
      case Wish.Clear _, Wish.Leave _ -> NOTHING;
    };
  }

  /// The texts of either expression.
  PossibleTexts or(PossibleTexts other) {
    var both = new TreeSet<>(texts);
    both.addAll(other.texts);
    return new PossibleTexts(both, others.compareTo(other.others) > 0 ? others : other.others);
  }

  /// The same texts, plus any other value.
  PossibleTexts orAnything() {
    return new PossibleTexts(texts, Others.ANY);
  }
}
