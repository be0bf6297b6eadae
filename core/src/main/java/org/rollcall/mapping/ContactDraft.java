package org.rollcall.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// A contact while its fields are filled in, one after the other.
final class Filling {
  private final SortedMap<FieldName, Wish> fields = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  void put(FieldName field, Value value) {
    fields.put(field, new Wish.Put(value));
  }

  /// Fills `field` with what its expression came to.
  void fill(FieldName field, Computed computed) {
    fields.put(
        field,
        switch (computed) {
          case Computed.Something(var value) -> wish(field, value);
          case Computed.Nothing() -> empty(field);
          case Computed.Trouble(var reason) -> leave(field, reason);
        });
  }

  /// What was filled in until now.
  Wanted wanted(MemberId member) {
    return new Wanted(member, fields, warnings);
  }

  private Wish wish(FieldName field, Object value) {
    return switch (value) {
      case String text -> text(field, text);
      case Long number -> new Wish.Put(new Value.Numeric(BigDecimal.valueOf(number)));
      case Double number -> number(field, number);
      case Boolean flag -> new Wish.Put(new Value.Flag(flag));
      default -> throw new IllegalStateException("An expression's type was not checked.");
    };
  }

  private Wish text(FieldName field, String text) {
    var clean = Text.clean(text);
    var whole = field.equals(FieldName.NAME) ? Text.collapse(clean) : clean;
    if (whole.isEmpty()) {
      return empty(field);
    }
    var fitting = Text.fit(whole);
    if (!fitting.equals(whole)) {
      warnings.add("%s is longer than %d characters and was cut.".formatted(field, Text.LONGEST));
    }
    return new Wish.Put(new Value.Text(fitting));
  }

  private Wish number(FieldName field, double number) {
    return Double.isFinite(number)
        ? new Wish.Put(new Value.Numeric(BigDecimal.valueOf(number)))
        : leave(field, "its expression makes no finite number");
  }

  /// An attribute mirrors the roster, so with nothing there it holds nothing. A name or a phone may
  /// have come from the person, and stays.
  private static Wish empty(FieldName field) {
    return field.isAttribute() ? new Wish.Clear() : new Wish.Leave();
  }

  private Wish leave(FieldName field, String reason) {
    warnings.add("%s is left alone: %s.".formatted(field, reason));
    return new Wish.Leave();
  }
}
