package org.rollcall.mapping;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;

/// How each field of a contact is computed.
///
/// @param others by field, neither e-mail nor external id among them
record Formulas(Formula email, Formula externalId, SortedMap<FieldName, Formula> others) {
  Formulas {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }

  /// What texts each attribute can hold.
  SortedMap<FieldName, Yields> yields() {
    var yields = new TreeMap<FieldName, Yields>();
    others.forEach((field, formula) -> {
      if (field.isAttribute()) {
        yields.put(field, formula.yields());
      }
    });
    return Collections.unmodifiableSortedMap(yields);
  }

  /// What each attribute will hold.
  SortedMap<FieldName, ValueKind> attributes() {
    var kinds = new TreeMap<FieldName, ValueKind>();
    others.forEach((field, formula) -> {
      if (field.isAttribute()) {
        kinds.put(field, formula.kind());
      }
    });
    return Collections.unmodifiableSortedMap(kinds);
  }
}
