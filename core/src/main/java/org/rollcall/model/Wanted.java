package org.rollcall.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A member and the contact they should have.
///
/// @param member whose contact it is
/// @param fields what each mapped field shall be; `external_id`, `role` and `email` are always put
/// @param warnings what could not be mapped as the roster has it, as sentences for the operator
public record Wanted(MemberId member, SortedMap<FieldName, Wish> fields, List<String> warnings) {
  public Wanted {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    warnings = List.copyOf(warnings);
  }

  /// What `field` shall be; a field that is not mapped is left alone.
  public Wish wish(FieldName field) {
    return fields.getOrDefault(field, new Wish.Leave());
  }

  /// The text `field` shall hold; `""` where it shall hold none.
  public String shown(FieldName field) {
    return wish(field) instanceof Wish.Put(var value) ? value.shown() : "";
  }

  /// The address in the form in which addresses are looked up.
  public String emailKey() {
    return new Value.Email(shown(FieldName.EMAIL)).key();
  }
}
