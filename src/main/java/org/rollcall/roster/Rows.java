package org.rollcall.roster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Database rows out of the JSON that PostgreSQL makes of them.
///
/// Numbers keep every digit: whole ones become `Long` or, beyond 64 bits, `BigInteger`; others
/// become `BigDecimal` with the scale they were written with.
public final class Rows {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Rows() {}

  /// One row.
  ///
  /// @throws JacksonException when `json` is not one JSON object
  public static Map<String, @Nullable Object> row(String json) {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  /// The rows of a JSON array; empty when `json` is not one whole array of objects.
  public static Optional<List<Map<String, @Nullable Object>>> rows(String json) {
    try {
      List<@Nullable Map<String, @Nullable Object>> rows =
          JSON.readValue(json, new TypeReference<>() {});
      return rows == null || rows.contains(null)
          ? Optional.empty()
          : Optional.of(List.copyOf(rows));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// A value as PostgreSQL would write it as text: how keys are compared, since the two sides of a
  /// join may be a number here and text there.
  public static String text(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
