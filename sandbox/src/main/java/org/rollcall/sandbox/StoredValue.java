package org.rollcall.sandbox;

import java.math.BigDecimal;
import org.rollcall.model.Value;

/// Converts a field's value to the form in which the sandbox stores it.
final class StoredValue {
  private StoredValue() {}

  static Object of(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Email(var address) -> address;
      case Value.Numeric(var number) -> number(number);
      case Value.Flag(var flag) -> flag;
    };
  }

  /// The attribute type for such a value.
  static String type(Value value) {
    return switch (value) {
      case Value.Text _, Value.Email _ -> "string";
      case Value.Numeric _ -> "float";
      case Value.Flag _ -> "boolean";
    };
  }

  private static Object number(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException _) {
      return number;
    }
  }
}
