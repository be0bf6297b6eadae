package org.rollcall.intercom;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;
import tools.jackson.databind.node.ObjectNode;

/// Writes the values that Intercom is to store, as the JSON of a create or an update.
final class WishJson {
  private static final String ATTRIBUTES = "custom_attributes";

  private WishJson() {}

  /// The body of a create; it leaves out cleared fields, because a new contact has nothing to
  /// clear.
  static String ofNew(SortedMap<FieldName, Wish> fields) {
    return Json.write(contact(fields));
  }

  /// A contact that is to be created.
  static ObjectNode contact(SortedMap<FieldName, Wish> fields) {
    var body = Json.object();
    fields.forEach((field, wish) -> {
      if (wish instanceof Wish.Put) {
        add(body, field, wish);
      }
    });
    return body;
  }

  /// The body of an update: a cleared field is sent as `null`, an unchanged field is not sent.
  static String ofChanged(SortedMap<FieldName, Wish> fields) {
    return Json.write(changed(fields));
  }

  /// The fields of an update.
  static ObjectNode changed(SortedMap<FieldName, Wish> fields) {
    var body = Json.object();
    fields.forEach((field, wish) -> add(body, field, wish));
    return body;
  }

  private static void add(ObjectNode body, FieldName field, Wish wish) {
    switch (wish) {
      case Wish.Put(var value) -> put(holder(body, field), field.simpleName(), value);
      case Wish.Clear() -> holder(body, field).putNull(field.simpleName());
      case Wish.Leave() -> {}
    }
  }

  private static ObjectNode holder(ObjectNode body, FieldName field) {
    return field.isAttribute() ? body.withObjectProperty(ATTRIBUTES) : body;
  }

  private static void put(ObjectNode holder, String name, Value value) {
    switch (value) {
      case Value.Text(var text) -> holder.put(name, text);
      case Value.Email(var address) -> holder.put(name, address);
      case Value.Numeric(var number) -> put(holder, name, number);
      case Value.Flag(var flag) -> holder.put(name, flag);
    }
  }

  /// Writes a whole number without decimal point or exponent, because Intercom's integers and times
  /// are not floats.
  private static void put(ObjectNode holder, String name, BigDecimal number) {
    if (!Value.Numeric.isBounded(number)) {
      holder.put(name, number.toString());
    } else if (number.scale() <= 0) {
      holder.put(name, number.toBigIntegerExact());
    } else {
      holder.put(name, number);
    }
  }
}
