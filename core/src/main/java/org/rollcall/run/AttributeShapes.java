package org.rollcall.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.FieldName;

/// How the workspace defines its attributes: what they can hold. What Intercom did not keep is
/// known only for as long as the attribute's shape is the same.
///
/// @param shapes by field; two are equal where nothing about the attribute has changed
public record AttributeShapes(Map<FieldName, String> shapes) {
  /// Where nobody has asked for the attributes.
  public static final AttributeShapes UNKNOWN = new AttributeShapes(Map.of());

  public AttributeShapes {
    shapes = Map.copyOf(shapes);
  }

  /// The shapes of these attributes.
  public static AttributeShapes of(List<DataAttribute> attributes) {
    var shapes = new HashMap<FieldName, String>();
    for (var each : attributes) {
      var field = FieldName.attribute(each.name());
      var options = String.join(",", each.options().stream().sorted().toList());
      var shape = each.type() + each.archived() + each.writable() + options;
      shapes.merge(field, shape, (one, other) -> one + "\n" + other);
    }
    return new AttributeShapes(shapes);
  }

  /// The shape of `field`; `""` for a standard field and for what is not known.
  String of(FieldName field) {
    return shapes.getOrDefault(field, "");
  }
}
