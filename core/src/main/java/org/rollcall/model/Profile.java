package org.rollcall.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A contact's fields and their values; an absent field is empty.
///
/// Two profiles are equal exactly if Intercom would store the same values.
///
/// @param values the values by field name; unmodifiable
public record Profile(SortedMap<FieldName, Value> values) {
  /// Of a contact that holds nothing.
  public static final Profile EMPTY = new Profile(new TreeMap<>());

  public Profile {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// A profile with these values.
  public static Profile of(Map<FieldName, Value> values) {
    return new Profile(new TreeMap<>(values));
  }

  /// The value of `field`; empty if it has none.
  public Optional<Value> get(FieldName field) {
    return Optional.ofNullable(values.get(field));
  }

  /// The value of `field` as a person reads it; `""` if it has none.
  public String shown(FieldName field) {
    return get(field).map(Value::shown).orElse("");
  }
}
