package org.rollcall.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// How each field of a contact is made, without the settings themselves.
///
/// @param fields a digest for each mapped field; none where nothing is known
public record MappingDigest(SortedMap<FieldName, String> fields) {
  /// Where nobody knows how contacts were made.
  public static final MappingDigest UNKNOWN = new MappingDigest(new TreeMap<>());

  public MappingDigest {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /// What is made in another way than it was before; nothing where that is not known.
  public MappingChange since(MappingDigest before) {
    var added = new TreeSet<FieldName>();
    var changed = new TreeSet<FieldName>();
    if (!before.fields.isEmpty()) {
      fields.forEach((field, digest) -> {
        if (!before.fields.containsKey(field)) {
          added.add(field);
        } else if (!isSame(field, before)) {
          changed.add(field);
        }
      });
    }
    return new MappingChange(added, changed);
  }

  /// Whether `other` makes the field in the same way.
  public boolean isSame(FieldName field, MappingDigest other) {
    var digest = fields.get(field);
    return digest != null && digest.equals(other.fields.get(field));
  }
}
