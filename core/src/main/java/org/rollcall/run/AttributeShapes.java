package org.rollcall.run;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.mapping.Projected.Unfit;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;

/// How the workspace defines its attributes: what they can hold. What Intercom did not keep is
/// known only for as long as the attribute's shape is the same.
///
/// @param shapes by field; two are equal where nothing about the attribute has changed
/// @param definitions the attributes in use, by field
public record AttributeShapes(
    Map<FieldName, String> shapes, Map<FieldName, DataAttribute> definitions) {
  /// Where nobody has asked for the attributes.
  public static final AttributeShapes UNKNOWN = new AttributeShapes(Map.of(), Map.of());

  private static final Set<String> WHOLE_NUMBERS = Set.of("integer", "date", "datetime");

  public AttributeShapes {
    shapes = Map.copyOf(shapes);
    definitions = Map.copyOf(definitions);
  }

  /// The shapes of these attributes.
  public static AttributeShapes of(List<DataAttribute> attributes) {
    var shapes = new HashMap<FieldName, String>();
    var definitions = new HashMap<FieldName, DataAttribute>();
    for (var each : attributes) {
      var field = FieldName.attribute(each.name());
      var options = String.join(",", each.options().stream().sorted().toList());
      var shape = each.type() + each.archived() + each.writable() + options;
      shapes.merge(field, shape, (one, other) -> one + "\n" + other);
      if (!each.archived()) {
        definitions.put(field, each);
      }
    }
    return new AttributeShapes(shapes, definitions);
  }

  /// Why `field` cannot hold `value`; empty where it can, or where nothing is known of it.
  Optional<Unfit> unfit(FieldName field, Value value) {
    return Optional.ofNullable(definitions.get(field))
        .flatMap(definition ->
            isUnlisted(definition, value)
                ? Optional.of(Unfit.NOT_LISTED)
                : isFraction(definition, value)
                    ? Optional.of(Unfit.NO_WHOLE_NUMBER)
                    : Optional.empty());
  }

  private static boolean isUnlisted(DataAttribute definition, Value value) {
    return !definition.options().isEmpty() && !definition.options().contains(value.shown());
  }

  private static boolean isFraction(DataAttribute definition, Value value) {
    return WHOLE_NUMBERS.contains(definition.type())
        && value instanceof Value.Numeric(var number)
        && !isWhole(number);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  /// The shape of `field`; `""` for a standard field and for what is not known.
  String of(FieldName field) {
    return shapes.getOrDefault(field, "");
  }
}
