package org.rollcall.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A contact's fields and what they hold; a field that is not here is empty.
///
/// Two profiles are equal exactly when Intercom would store the same thing.
///
/// @param values by field name; unmodifiable
public record Profile(SortedMap<FieldName, Value> values) {
  public Profile {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// The profile of these fields.
  public static Profile of(Map<FieldName, Value> values) {
    return new Profile(new TreeMap<>(values));
  }

  /// What `field` holds; empty where it holds nothing.
  public Optional<Value> get(FieldName field) {
    return Optional.ofNullable(values.get(field));
  }

  /// What `field` holds, as a person reads it; `""` where it holds nothing.
  public String shown(FieldName field) {
    return get(field).map(Value::shown).orElse("");
  }
}
