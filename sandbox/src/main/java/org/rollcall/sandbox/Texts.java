package org.rollcall.sandbox;

import tools.jackson.databind.JsonNode;

/// Takes in texts as the behaviour says.
record Texts(Behaviour behaviour) {
  private static final int LONGEST = 255;

  /// A text of any field.
  ///
  /// @throws Refusal when it is no text, or too long and long ones are refused
  Checked check(String field, JsonNode node) {
    if (node.isNull()) {
      return new Checked.Clear();
    }
    if (!node.isString()) {
      throw wrongType(field, "string");
    }
    var text = node.stringValue();
    return text.isEmpty() && behaviour.is(OpenQuestion.EmptyText.CLEARS)
        ? new Checked.Clear()
        : new Checked.Keep(fit(field, text));
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
