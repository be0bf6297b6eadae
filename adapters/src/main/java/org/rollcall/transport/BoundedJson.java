package org.rollcall.transport;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads JSON in which one value, however odd, spoils nothing beside it. A number that no database
/// column or attribute needs becomes text, as it was written; `1e999999999` would take a gigabyte
/// as digits. What is nested too deeply is read as empty.
///
/// The size of the text is bounded by [BytesInFlight], so the parser's own limits, which refuse the
/// whole text, are wide.
public final class BoundedJson {
  /// The deepest nesting that is read.
  private static final int DEEPEST = 64;

  /// The deepest nesting that is skipped.
  private static final int SKIPPED = 100_000;

  /// A number with an exponent of more than four digits is out of bounds whatever else it has.
  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*\\d{5,}$");

  private static final int DIGITS_OF_A_LONG = 18;

  /// The most names, values and brackets of a text. A page of contacts or rows has a tenth of them,
  /// and a text of small brackets would take many times its size in memory.
  private static final int MOST_TOKENS = 2_000_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(SKIPPED)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .build();

  private BoundedJson() {}

  /// The JSON in `text`; empty unless it is one whole value.
  public static Optional<JsonNode> read(String text) {
    try (var parser = MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      var node = value(parser, 0);
      return parser.nextToken() == null ? Optional.of(node) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static JsonNode value(JsonParser parser, int depth) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> whole(parser.getString());
      case VALUE_NUMBER_FLOAT -> decimal(parser.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private static JsonNode object(JsonParser parser, int depth) {
    var object = NODES.objectNode();
    if (depth == DEEPEST) {
      parser.skipChildren();
      return object;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      object.set(name, value(parser, depth + 1));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser, int depth) {
    var array = NODES.arrayNode();
    if (depth == DEEPEST) {
      parser.skipChildren();
      return array;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, depth + 1));
    }
    return array;
  }

  private static JsonNode whole(String digits) {
    if (digits.length() <= DIGITS_OF_A_LONG) {
      return NODES.numberNode(Long.parseLong(digits));
    }
    return digits.length() <= Value.Numeric.LONGEST
        ? NODES.numberNode(new BigInteger(digits))
        : NODES.stringNode(digits);
  }

  private static JsonNode decimal(String digits) {
    if (digits.length() > Value.Numeric.LONGEST || EXPONENT.matcher(digits).find()) {
      return NODES.stringNode(digits);
    }
    var number = new BigDecimal(digits);
    return Value.Numeric.isBounded(number) ? NODES.numberNode(number) : NODES.stringNode(digits);
  }
}
