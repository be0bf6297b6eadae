package org.rollcall.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.ColumnType;
import org.rollcall.model.Value;

/// Converts a column's value for expressions. The value always has the declared type, because the
/// expression was checked against it.
final class Cells {
  /// A number that a roster hands over as text, because it has too many digits.
  private static final Pattern DIGITS = Pattern.compile("-?\\d");

  private Cells() {}

  /// The type of a column in expressions; every column may be null.
  static CelType type(ColumnType type) {
    return NullableType.create(
        switch (type) {
          case TEXT, DATE, TIMESTAMP -> SimpleType.STRING;
          case INTEGER -> SimpleType.INT;
          case NUMBER -> SimpleType.DOUBLE;
          case BOOLEAN -> SimpleType.BOOL;
        });
  }

  /// @throws UnmappableValue when the value does not have the type that the settings declare
  static Object value(String column, ColumnType type, @Nullable Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    }
    return switch (type) {
      case TEXT -> text(column, type, value);
      case DATE, TIMESTAMP -> Time.of(column, type, text(column, type, value));
      case INTEGER -> integer(column, value);
      case NUMBER -> number(column, value);
      case BOOLEAN -> flag(column, value);
    };
  }

  /// A number as text keeps every digit.
  private static String text(String column, ColumnType type, Object value) {
    return switch (value) {
      case String text -> text;
      case BigDecimal number -> Value.Numeric.shown(number);
      case Long _, BigInteger _, Boolean _ -> value.toString();
      default -> throw mismatch(column, type);
    };
  }

  private static Long integer(String column, Object value) {
    return switch (value) {
      case Long number -> number;
      case BigInteger _ ->
          throw new UnmappableValue(
              "the column %s holds a number beyond 64 bits; declare it as text".formatted(column));
      case String text when DIGITS.matcher(text).lookingAt() -> throw outOfBounds(column);
      default -> throw mismatch(column, ColumnType.INTEGER);
    };
  }

  private static Double number(String column, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text && DIGITS.matcher(text).lookingAt()) {
      throw outOfBounds(column);
    }
    throw mismatch(column, ColumnType.NUMBER);
  }

  private static UnmappableValue outOfBounds(String column) {
    return new UnmappableValue(
        "the column %s holds a number with more than %d digits; declare it as text"
            .formatted(column, Value.Numeric.LONGEST));
  }

  private static Boolean flag(String column, Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw mismatch(column, ColumnType.BOOLEAN);
  }

  private static UnmappableValue mismatch(String column, ColumnType type) {
    return new UnmappableValue(
        "the column %s does not hold %s, as the settings declare it"
            .formatted(column, type.name().toLowerCase(Locale.ROOT)));
  }
}
