package org.rollcall.mapping;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollcall.model.FieldName;
import org.rollcall.model.ValueKind;

/// The formulas of a contact's fields.
///
/// @param others the formulas of all other fields
record Formulas(Formula email, Formula externalId, SortedMap<FieldName, Formula> others) {
  Formulas {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }

  /// The texts that each attribute can have.
  SortedMap<FieldName, PossibleTexts> possibleTexts() {
    var possibleTexts = new TreeMap<FieldName, PossibleTexts>();
    others.forEach((field, formula) -> {
      if (field.isAttribute()) {
        possibleTexts.put(field, formula.possibleTexts());
      }
    });
    return Collections.unmodifiableSortedMap(possibleTexts);
  }

  /// The fields whose formulas use a column or a join of the member.
  Set<FieldName> using(String column) {
    var using = new TreeSet<FieldName>();
    others.forEach((field, formula) -> {
      if (formula.columns().contains(column)) {
        using.add(field);
      }
    });
    if (email.columns().contains(column)) {
      using.add(FieldName.EMAIL);
    }
    if (externalId.columns().contains(column)) {
      using.add(FieldName.EXTERNAL_ID);
    }
    return using;
  }

  /// The kind of value that each attribute has.
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
