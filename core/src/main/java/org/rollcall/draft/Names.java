package org.rollcall.draft;

import java.util.Collection;
import java.util.stream.Collectors;
import org.rollcall.model.PrintableText;

/// Names of tables, columns and attributes in a sentence.
final class Names {
  private static final int NAMED = 40;

  private Names() {}

  /// The first forty, in one line whatever they hold, and how many more there are.
  static String listed(Collection<String> names) {
    var few = names.stream().limit(NAMED).map(PrintableText::of).collect(Collectors.joining(", "));
    return names.size() > NAMED ? "%s and %,d more".formatted(few, names.size() - NAMED) : few;
  }
}
