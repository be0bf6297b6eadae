package org.rollcall.sandbox;

import tools.jackson.databind.JsonNode;

/// Checks text values as the behaviour says.
record Texts(Behaviour behaviour) {
  private static final int LONGEST = 255;

  /// Checks the text of any field.
  ///
  /// @throws Refusal when the value is not a text, or is too long and long texts are refused
  CheckedValue check(String field, JsonNode node) {
    if (node.isNull()) {
      return new CheckedValue.Clear();
    }
    if (!node.isString()) {
      throw wrongType(field, "string");
    }
    var text = node.stringValue();
    return text.isEmpty() && behaviour.is(OpenQuestion.EmptyText.CLEARS)
        ? new CheckedValue.Clear()
        : new CheckedValue.Keep(fit(field, text));
  }

  Refusal wrongType(String field, String type) {
    var message = field + " must be of type " + type;
    return switch (behaviour.of(OpenQuestion.WrongType.class)) {
      case REFUSED_400 -> Refusal.field(400, "parameter_invalid", field, message);
      case REFUSED_422 -> Refusal.field(422, "type_mismatch", field, message);
    };
  }

  private String fit(String field, String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    var message = field + " is too long (maximum is " + LONGEST + " characters)";
    return switch (behaviour.of(OpenQuestion.LongText.class)) {
      case REFUSED_400 -> throw Refusal.field(400, "parameter_invalid", field, message);
      case REFUSED_422 -> throw Refusal.field(422, "data_invalid", field, message);
      case CUT -> text.substring(0, text.offsetByCodePoints(0, LONGEST));
      case KEPT -> text;
    };
  }
}
