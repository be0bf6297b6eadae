package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes JSON.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// The JSON object in `text`; an empty object if there is no text.
  ///
  /// @throws Refusal when `text` is anything else
  static ObjectNode parse(String text) {
    try {
      var node = text.isBlank() ? object() : MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // Refused below, like any body that is not an object.
    }
    throw Refusal.parameter("malformed JSON");
  }

  /// The value as a Java object: `String`, `Boolean`, `Long`, `BigDecimal` or `null`.
  ///
  /// @throws IllegalArgumentException for an array or an object
  static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : node.decimalValue();
      case NULL, MISSING -> null;
      case ARRAY, OBJECT, BINARY, POJO ->
          throw new IllegalArgumentException("A field holds one value.");
    };
  }

  /// Puts a value that [#plain(JsonNode)] returned.
  static void put(ObjectNode object, String name, @Nullable Object value) {
    switch (value) {
      case null -> object.putNull(name);
      case String text -> object.put(name, text);
      case Boolean flag -> object.put(name, flag);
      case Long number -> object.put(name, number);
      case Integer number -> object.put(name, number);
      case BigDecimal number -> object.put(name, number);
      case BigInteger number -> object.put(name, number);
      case Object other -> object.put(name, other.toString());
    }
  }
}
