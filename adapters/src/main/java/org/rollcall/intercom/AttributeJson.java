package org.rollcall.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DataAttribute;
import tools.jackson.databind.JsonNode;

/// Contact attributes out of Intercom's JSON: the custom ones, since the list holds Intercom's own
/// fields too.
final class AttributeJson {
  private static final String PREFIX = "custom_attributes.";

  private AttributeJson() {}

  /// The custom attributes; empty where the JSON is no list.
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

  /// Options are given as bare values in one answer and as objects with a `value` in another.
  private static List<String> options(JsonNode options) {
    return options.values().stream()
        .map(each -> each.isObject() ? each.path("value") : each)
        .flatMap(each -> each.asStringOpt().stream())
        .toList();
  }
}
