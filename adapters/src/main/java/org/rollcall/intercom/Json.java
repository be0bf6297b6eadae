package org.rollcall.intercom;

import java.util.Optional;
import org.rollcall.transport.BoundedJson;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes JSON as trees. Answers are read field by field, so that an unknown or changed
/// field does not spoil the rest.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// The JSON object in `text`; empty for anything else, such as truncated JSON.
  static Optional<JsonNode> read(String text) {
    return BoundedJson.read(text).filter(JsonNode::isObject);
  }

  /// The text of a field; empty if the field is absent, `null`, blank or not text.
  static Optional<String> text(JsonNode node, String field) {
    return node.path(field).stringValueOpt().map(String::strip).filter(text -> !text.isEmpty());
  }

  /// The text of a field; a number is converted to text.
  static Optional<String> id(JsonNode node, String field) {
    return node.path(field).asStringOpt().map(String::strip).filter(text -> !text.isEmpty());
  }
}
