package org.rollcall.roster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Value;
import org.rollcall.transport.BoundedJson;
import tools.jackson.databind.JsonNode;

/// Reads database rows from the JSON that PostgreSQL makes of them.
///
/// Numbers keep every digit: whole numbers become `Long` or, beyond 64 bits, `BigInteger`; others
/// become `BigDecimal` with the scale in the JSON. A number with too many digits stays text.
public final class Rows {
  private Rows() {}

  /// One row.
  ///
  /// @throws IllegalArgumentException when `json` is not one JSON object
  public static Map<String, @Nullable Object> row(String json) {
    return rows("[" + json + "]")
        .filter(rows -> rows.size() == 1)
        .map(List::getFirst)
        .orElseThrow(
            () -> new IllegalArgumentException("The database sent something that is not a row."));
  }

  /// The rows of a JSON array; empty when `json` is not one whole array of objects.
  public static Optional<List<Map<String, @Nullable Object>>> rows(String json) {
    return BoundedJson.read(json)
        .filter(array -> array.isArray() && array.valueStream().allMatch(JsonNode::isObject))
        .map(array -> array.valueStream().map(Rows::object).toList());
  }

  /// A value as PostgreSQL writes it as text.
  public static String text(@Nullable Object value) {
    return value instanceof BigDecimal number ? Value.Numeric.shown(number) : String.valueOf(value);
  }

  /// A value as text for comparing the keys of two tables: equal numbers have one text, `1` for
  /// `1.0`.
  public static String key(@Nullable Object value) {
    return text(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonNode node) {
    var object = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(node.size());
    node.properties()
        .forEach(property -> object.put(property.getKey(), value(property.getValue())));
    return object;
  }

  private static List<@Nullable Object> array(JsonNode node) {
    var array = new ArrayList<@Nullable Object>(node.size());
    node.forEach(element -> array.add(value(element)));
    return Collections.unmodifiableList(array);
  }

  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.decimalValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }
}
