package org.rollcall.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A member and the contact that they should have.
///
/// @param member the member
/// @param fields the wish for each mapped field; `external_id`, `role` and `email` always have a
///   value
/// @param warnings values of the roster that could not be mapped, as sentences for the operator
public record Wanted(MemberId member, SortedMap<FieldName, Wish> fields, List<String> warnings) {
  public Wanted {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  /// The wish for `field`; an unmapped field is left alone.
  public Wish wish(FieldName field) {
    return fields.getOrDefault(field, new Wish.Leave());
  }

  /// The text that `field` should have; `""` for none.
  public String shown(FieldName field) {
    return wish(field) instanceof Wish.Put(var value) ? value.shown() : "";
  }

  /// The e-mail address in the form used for look-ups.
  public String emailKey() {
    return new Value.Email(shown(FieldName.EMAIL)).key();
  }
}
