package org.rollcall.mapping;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.model.Wish;

/// What texts an expression can make, as far as it says so itself.
///
/// @param texts those it names, in quotes or by a vocabulary
/// @param others what else it can make
public record Yields(SortedSet<String> texts, Others others) {
  /// What an expression can make beside what it names, from the least to the most.
  public enum Others {
    NONE,
    /// A code for which the vocabulary has no name stands as it is.
    CODES_WITHOUT_A_NAME,
    ANY
  }

  /// Nobody knows.
  static final Yields ANYTHING = new Yields(Collections.emptySortedSet(), Others.ANY);

  /// Nothing at all.
  static final Yields NOTHING = new Yields(Collections.emptySortedSet(), Others.NONE);

  public Yields {
    texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
  }

  /// What a field is wished to hold.
  static Yields of(Wish wish) {
    return switch (wish) {
      case Wish.Put(var value) -> new Yields(new TreeSet<>(Set.of(value.shown())), Others.NONE);
      case Wish.Clear _, Wish.Leave _ -> NOTHING;
    };
  }

  /// Either of both.
  Yields or(Yields other) {
    var both = new TreeSet<>(texts);
    both.addAll(other.texts);
    return new Yields(both, others.compareTo(other.others) > 0 ? others : other.others);
  }

  /// The same, where anything else is possible besides.
  Yields orAnything() {
    return new Yields(texts, Others.ANY);
  }
}
