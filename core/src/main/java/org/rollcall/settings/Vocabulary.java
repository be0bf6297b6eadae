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
}
