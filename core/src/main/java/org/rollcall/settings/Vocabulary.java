package org.rollcall.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Names for codes, in a fixed order.
///
/// @param name the name that expressions use
/// @param names the names by code, in the order of the file; unmodifiable
public record Vocabulary(String name, SequencedMap<String, String> names) {
  public Vocabulary {
    names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
  }

  /// Whether an expression uses it. Vocabularies are named by texts that do not change.
  public boolean isNamedIn(Expression expression) {
    var text = expression.text();
    return text.contains("'" + name + "'") || text.contains('"' + name + '"');
  }

  /// The same vocabulary without any name.
  public Vocabulary unnamed() {
    return new Vocabulary(name, new LinkedHashMap<>());
  }
}
