package org.rollcall.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wish;

/// Makes values again of what a journal keeps as text.
///
/// @param kinds the mapped fields, and the kind of value of each
public record FormerValues(Map<FieldName, ValueKind> kinds) {
  /// Where the mapping is not known.
  public static final FormerValues UNTYPED = new FormerValues(Map.of());

  public FormerValues {
    kinds = Map.copyOf(kinds);
  }

  /// The wish for the former value of a field, in the kind of the value that `contact` holds now or
  /// else in the kind of the field's mapping.
  public Wish wish(Difference difference, Contact contact) {
    return wish(difference, contact.profile().get(difference.field()));
  }

  /// The same where nothing is known of the contact.
  Wish wish(Difference difference) {
    return wish(difference, Optional.empty());
  }

  private Wish wish(Difference difference, Optional<Value> held) {
    var text = difference.before();
    return text.isEmpty()
        ? new Wish.Clear()
        : new Wish.Put(
            held.map(value -> like(value, text)).orElseGet(() -> mapped(difference.field(), text)));
  }

  private static Value like(Value held, String text) {
    return switch (held) {
      case Value.Text _ -> new Value.Text(text);
      case Value.Email _ -> new Value.Email(text);
      case Value.Numeric _ -> number(text);
      case Value.Flag _ -> new Value.Flag(Boolean.parseBoolean(text));
    };
  }

  private Value mapped(FieldName field, String text) {
    if (field.equals(FieldName.EMAIL)) {
      return new Value.Email(text);
    }
    return switch (kinds.getOrDefault(field, ValueKind.TEXT)) {
      case TEXT, ANY -> new Value.Text(text);
      case NUMBER -> number(text);
      case FLAG -> new Value.Flag(Boolean.parseBoolean(text));
    };
  }

  /// An attribute may have held text before it held numbers.
  private static Value number(String text) {
    try {
      return new Value.Numeric(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return new Value.Text(text);
    }
  }
}
