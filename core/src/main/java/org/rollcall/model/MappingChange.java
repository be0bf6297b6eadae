package org.rollcall.model;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// How a mapping differs from an earlier one. A field that is no longer mapped is left alone, so it
/// does not count.
///
/// @param added the fields that were not mapped then
/// @param changed the fields that are made in another way
public record MappingChange(SortedSet<FieldName> added, SortedSet<FieldName> changed) {
  /// There is none, as far as is known.
  public static final MappingChange NONE = new MappingChange(new TreeSet<>(), new TreeSet<>());

  public MappingChange {
    added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
    changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
  }

  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty();
  }

  /// All fields concerned.
  public SortedSet<FieldName> fields() {
    var fields = new TreeSet<>(added);
    fields.addAll(changed);
    return fields;
  }
}
