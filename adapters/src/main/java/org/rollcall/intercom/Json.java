package org.rollcall.intercom;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as trees: answers are read field by field, so that a field more or one of another shape
/// never spoils the rest.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// The one JSON object that `text` is; empty for anything else, cut JSON among it.
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// The text of a field; empty where it is absent, `null`, blank or no text.
  static Optional<String> text(JsonNode node, String field) {
    return node.path(field).stringValueOpt().map(String::strip).filter(text -> !text.isEmpty());
  }

  /// The text of a field, or what a number there would be as text.
  static Optional<String> id(JsonNode node, String field) {
    return node.path(field).asStringOpt().map(String::strip).filter(text -> !text.isEmpty());
  }
}
