package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DataAttribute;
import tools.jackson.databind.JsonNode;

/// Reads contact attributes from Intercom's JSON. It takes only the custom ones; the list also has
/// Intercom's own fields.
final class AttributeJson {
  private static final String PREFIX = "custom_attributes.";

  private AttributeJson() {}

  /// The custom attributes; empty if the JSON is not a list.
  static Optional<List<DataAttribute>> attributes(JsonNode list) {
    var data = list.path("data");
    if (!data.isArray()) {
      return Optional.empty();
    }
    var attributes = new ArrayList<DataAttribute>();
    data.values().stream()
        .filter(AttributeJson::isCustom)
        .forEach(each -> attribute(each).ifPresent(attributes::add));
    return Optional.of(attributes);
  }

  private static boolean isCustom(JsonNode json) {
    return json.path("custom").asBoolean(false)
        || Json.text(json, "full_name").filter(name -> name.startsWith(PREFIX)).isPresent();
  }

  private static Optional<DataAttribute> attribute(JsonNode json) {
    return Json.text(json, "name")
        .map(name ->
            new DataAttribute(
                name,
                Json.text(json, "data_type").orElse(""),
                json.path("archived").asBoolean(false),
                json.path("api_writable").asBoolean(true),
                options(json.path("options"))));
  }

  /// Some answers give options as plain values, others as objects with a `value`.
  private static List<String> options(JsonNode options) {
    return options.values().stream()
        .map(each -> each.isObject() ? each.path("value") : each)
        .flatMap(each -> each.asStringOpt().stream())
        .toList();
  }
}
