package org.rollcall.mapping;

import dev.cel.common.types.CelKind;
import java.util.Set;
import org.rollcall.model.FieldName;

/// The type that an expression must have.
///
/// @param words the type in words, for a message about a mistake
record Expectation(Set<CelKind> kinds, String words) {
  private static final Expectation TEXT = new Expectation(Set.of(CelKind.STRING), "text");
  private static final Expectation IDENTITY =
      new Expectation(Set.of(CelKind.STRING, CelKind.INT), "text or an integer");
  private static final Expectation ATTRIBUTE =
      new Expectation(
          Set.of(CelKind.STRING, CelKind.INT, CelKind.DOUBLE, CelKind.BOOL),
          "text, an integer, a number, or true or false");

  /// The condition of a join.
  static final Expectation TEST = new Expectation(Set.of(CelKind.BOOL), "true or false");

  /// The expectation for a field of a contact.
  static Expectation of(FieldName field) {
    if (field.equals(FieldName.EXTERNAL_ID)) {
      return IDENTITY;
    }
    return field.isAttribute() ? ATTRIBUTE : TEXT;
  }
}
