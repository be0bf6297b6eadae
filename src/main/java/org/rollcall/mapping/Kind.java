package org.rollcall.mapping;

import dev.cel.common.types.CelKind;

/// What an expression makes.
public enum Kind {
  TEXT,
  NUMBER,
  FLAG;

  /// The kind of a type that was found fit for a field.
  static Kind of(CelKind kind) {
    return switch (kind) {
      case STRING -> TEXT;
      case INT, DOUBLE -> NUMBER;
      case BOOL -> FLAG;
      default -> throw new IllegalArgumentException("No field can hold this: " + kind);
    };
  }
}
