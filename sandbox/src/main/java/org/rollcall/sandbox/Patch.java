package org.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The changes that a body asks for, checked and in the form in which they are stored.
///
/// @param fields the standard fields; an empty value clears the field
/// @param attributes the custom attributes; an empty value clears the attribute
record Patch(Map<String, Optional<Object>> fields, Map<String, Optional<Object>> attributes) {
  /// The changes that `body` asks for. Unknown top-level keys are ignored, as Intercom does.
  ///
  /// @throws Refusal when a value cannot be stored
  static Patch of(ObjectNode body, StandardFields standard, CustomAttributes custom) {
    try {
      return checked(body, standard, custom);
    } catch (Refusal refusal) {
      throw custom.behaviour().is(OpenQuestion.RefusedField.UNNAMED) ? refusal.unnamed() : refusal;
    }
  }

  private static Patch checked(ObjectNode body, StandardFields standard, CustomAttributes custom) {
    var fields = new TreeMap<String, Optional<Object>>();
    for (var entry : body.properties()) {
      standard.check(entry.getKey(), entry.getValue()).put(entry.getKey(), fields);
    }
    if (body.has("email_verified") && !body.has(StoredContact.EMAIL)) {
      throw Refusal.parameter("email_verified can only be set together with email");
    }
    return new Patch(fields, attributes(body.path("custom_attributes"), custom));
  }

  private static Map<String, Optional<Object>> attributes(JsonNode node, CustomAttributes custom) {
    var attributes = new TreeMap<String, Optional<Object>>();
    if (node.isMissingNode() || node.isNull()) {
      return attributes;
    }
    if (!node.isObject()) {
      throw Refusal.parameter("custom_attributes must be an object");
    }
    for (var entry : node.properties()) {
      custom.check(entry.getKey(), entry.getValue()).put(entry.getKey(), attributes);
    }
    return attributes;
  }

  /// The contact with these changes.
  StoredContact applyTo(StoredContact contact) {
    var changed = contact;
    for (var field : fields.entrySet()) {
      changed = changed.with(field.getKey(), field.getValue().orElse(null));
    }
    for (var attribute : attributes.entrySet()) {
      changed = changed.withAttribute(attribute.getKey(), attribute.getValue().orElse(null));
    }
    return changed;
  }

  /// The new text of `field`; empty if the patch clears it or does not contain it.
  Optional<String> text(String field) {
    return fields.getOrDefault(field, Optional.empty()).map(Object::toString);
  }

  /// This patch without `field`.
  Patch without(String field) {
    var fewer = new TreeMap<>(fields);
    fewer.remove(field);
    return new Patch(fewer, attributes);
  }
}
