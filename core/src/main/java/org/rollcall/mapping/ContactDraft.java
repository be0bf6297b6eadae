package org.rollcall.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.mapping.Projected.Misdeclared;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// A contact whose fields are filled in one after the other.
final class ContactDraft {
  private final SortedMap<FieldName, Wish> fields = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<Misdeclared> misdeclared = new LinkedHashSet<>();

  void put(FieldName field, Value value) {
    fields.put(field, new Wish.Put(value));
  }

  /// Sets `field` to a text that a contact cannot be without.
  void put(FieldName field, Value value, Identity identity) {
    put(field, value);
    if (identity.isCleaned()) {
      warnings.add(
          "%s has characters that nobody sees, such as marks of direction; they were left out."
              .formatted(field));
    }
  }

  /// Sets `field` to the result of its expression.
  void fill(FieldName field, ComputedValue computed) {
    fields.put(
        field,
        switch (computed) {
          case ComputedValue.Something(var value) -> wish(field, value);
          case ComputedValue.Nothing() -> empty(field);
          case ComputedValue.Trouble(_, var column) when column.isPresent() -> {
            misdeclared.add(column.get());
            yield new Wish.Leave();
          }
          case ComputedValue.Trouble(var reason, _) -> leave(field, reason);
        });
  }

  /// The fields that were set so far.
  Wanted wanted(MemberId member) {
    return new Wanted(member, fields, warnings);
  }

  /// The columns that are declared wrongly, so that fields are left alone.
  List<Misdeclared> misdeclared() {
    return List.copyOf(misdeclared);
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

  /// An attribute mirrors the roster, so without a value it is cleared. A name or a phone may come
  /// from the person, so it is kept.
  private static Wish empty(FieldName field) {
    return field.isAttribute() ? new Wish.Clear() : new Wish.Leave();
  }

  private Wish leave(FieldName field, String reason) {
    warnings.add("%s is left alone: %s.".formatted(field, reason));
    return new Wish.Leave();
  }
}
