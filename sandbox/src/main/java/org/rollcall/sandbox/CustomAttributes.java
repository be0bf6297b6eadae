package org.rollcall.sandbox;

import org.rollcall.model.Role;
import tools.jackson.databind.JsonNode;

/// Checks the values of custom attributes, for a contact of one role.
record CustomAttributes(World world, Behaviour behaviour, Texts texts, Role role) {
  /// Checks the value of the attribute called `name`; a value for an archived attribute is ignored.
  ///
  /// @throws Refusal when the workspace has no such attribute, or the attribute cannot take the
  ///   value
  CheckedValue check(String name, JsonNode value) {
    var attribute = world.attribute(name).orElseThrow(() -> unknown(name));
    if (attribute.archived()) {
      return new CheckedValue.Ignore();
    }
    if (!attribute.writable()) {
      throw Refusal.parameter("Custom attribute '" + name + "' cannot be written by the API");
    }
    return value.isNull() ? cleared(name) : taken(attribute, value);
  }

  private Refusal unknown(String name) {
    var message = "Custom attribute '" + name + "' does not exist";
    return switch (behaviour.of(OpenQuestion.UnknownAttribute.class)) {
      case REFUSED_400 -> Refusal.parameter(message);
      case REFUSED_422 -> Refusal.of(422, "parameter_invalid", message);
    };
  }

  private CheckedValue cleared(String name) {
    if (role == Role.LEAD && behaviour.is(OpenQuestion.NullOnLead.REFUSED)) {
      throw Refusal.parameter("Custom attribute '" + name + "' cannot be null");
    }
    return new CheckedValue.Clear();
  }

  private CheckedValue taken(StoredAttribute attribute, JsonNode value) {
    return switch (attribute.type()) {
      case "string" -> text(attribute, value);
      case "boolean" -> typed(attribute, value, value.isBoolean());
      case "float" -> typed(attribute, value, value.isNumber());
      default -> typed(attribute, value, value.isIntegralNumber() && value.canConvertToLong());
    };
  }

  private CheckedValue typed(StoredAttribute attribute, JsonNode value, boolean fits) {
    var plain = fits ? Json.plain(value) : null;
    if (plain == null) {
      throw texts.wrongType(attribute.name(), attribute.type());
    }
    return new CheckedValue.Keep(plain);
  }

  private CheckedValue text(StoredAttribute attribute, JsonNode value) {
    var checked = texts.check(attribute.name(), value);
    return checked instanceof CheckedValue.Keep(var text)
            && !attribute.options().isEmpty()
            && !attribute.options().contains(text.toString())
        ? unlisted(attribute, checked)
        : checked;
  }

  private CheckedValue unlisted(StoredAttribute attribute, CheckedValue sent) {
    var message = "The value is not an option of custom attribute '" + attribute.name() + "'";
    return switch (behaviour.of(OpenQuestion.UnlistedOption.class)) {
      case REFUSED_400 -> throw Refusal.parameter(message);
      case REFUSED_422 -> throw Refusal.of(422, "data_invalid", message);
      case KEPT -> sent;
      case DROPPED -> new CheckedValue.Ignore();
    };
  }
}
