package org.rollcall.intercom;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// An answer's headers, whatever the case of their names.
///
/// @param values the first value of each; unmodifiable
public record Headers(SortedMap<String, String> values) {
  public Headers {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(values);
    values = Collections.unmodifiableSortedMap(sorted);
  }

  /// These headers.
  public static Headers of(Map<String, String> values) {
    return new Headers(new TreeMap<>(values));
  }

  Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// A header that holds a whole number of at most eighteen digits; empty for anything else.
  OptionalLong number(String name) {
    return first(name)
        .filter(text -> text.matches("-?\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }
}
