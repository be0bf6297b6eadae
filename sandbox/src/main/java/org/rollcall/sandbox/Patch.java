package org.rollcall.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a body asks to change, checked and in the form in which it is kept.
///
/// @param fields standard fields; empty for one to clear
/// @param attributes custom attributes; empty for one to clear
record Patch(Map<String, Optional<Object>> fields, Map<String, Optional<Object>> attributes) {
  /// The changes asked for by `body`; top-level keys that mean nothing are passed over, as Intercom
  /// does.
  ///
  /// @throws Refusal when a value cannot be taken
  static Patch of(ObjectNode body, StandardFields standard, CustomAttributes custom) {
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

  /// The text that `field` shall hold; empty where it is cleared or not spoken of.
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
