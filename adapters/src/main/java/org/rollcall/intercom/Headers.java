package org.rollcall.intercom;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// The headers of an answer; names match regardless of letter case.
///
/// @param values the first value of each header; unmodifiable
public record Headers(SortedMap<String, String> values) {
  public Headers {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(values);
    values = Collections.unmodifiableSortedMap(sorted);
  }

  /// Headers with these values.
  public static Headers of(Map<String, String> values) {
    return new Headers(new TreeMap<>(values));
  }

  Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// The value of a header with a whole number of at most eighteen digits; empty for anything else.
  OptionalLong number(String name) {
    return first(name)
        .filter(text -> text.matches("-?\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }
}
