package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists, creates and updates the definitions of custom attributes.
record Attributes(World world, Behaviour behaviour) {
  private static final int MOST = 250;
  private static final int FEWEST_OPTIONS = 2;
  private static final Set<String> TYPES =
      Set.of("string", "integer", "float", "boolean", "date", "datetime", "options");

  /// `GET /data_attributes`: one page; archived attributes only on request.
  ObjectNode list(Map<String, String> query) {
    var json = Json.object().put("type", "list");
    var data = json.putArray("data");
    if (query.getOrDefault("model", "contact").equals("contact")) {
      StandardAttributes.addTo(data);
      addCustom(data, query.getOrDefault("include_archived", "").equals("true"));
    }
    return json;
  }

  /// `POST /data_attributes`.
  ObjectNode create(CallInput input) {
    var body = input.body();
    var name = body.path("name").asString("");
    var type = body.path("data_type").asString("");
    refuse(name, type);
    var options = options(body.path("options"), type);
    var attribute =
        new StoredAttribute(
            world.newAttributeId(),
            name,
            type.equals("options") ? "string" : type,
            options,
            false,
            true,
            body.path("description").asString(""),
            input.now().getEpochSecond());
    world.define(attribute);
    return json(attribute);
  }

  /// `PUT /data_attributes/{id}`: the name and the type cannot change.
  ObjectNode update(String id, CallInput input) {
    var body = input.body();
    var old =
        world.attributes().stream()
            .filter(attribute -> Integer.toString(attribute.id()).equals(id))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(404, "field_not_found", "We couldn't find that data attribute"));
    var options = body.has("options") ? options(body.path("options"), "options") : old.options();
    var changed =
        new StoredAttribute(
            old.id(),
            old.name(),
            old.type(),
            options,
            body.path("archived").asBoolean(old.archived()),
            old.writable(),
            body.path("description").asString(old.description()),
            old.createdAt());
    world.define(changed);
    return json(changed);
  }

  private void addCustom(ArrayNode data, boolean archived) {
    world.attributes().stream()
        .filter(attribute -> archived || !attribute.archived())
        .forEach(attribute -> data.add(json(attribute)));
  }

  private void refuse(String name, String type) {
    if (world.attribute(name).isPresent()) {
      throw Refusal.parameter("You already have '" + name + "' in your people data");
    }
    if (!name.matches("[\\p{Alnum}\\p{Sc}_-]+")) {
      throw Refusal.parameter(
          "Your name for this attribute must only contain alphanumeric characters, currency"
              + " symbols, and hyphens");
    }
    if (!TYPES.contains(type)) {
      throw Refusal.parameter("Data Type isn't an option");
    }
    if (world.attributes().size() >= MOST) {
      throw Refusal.of(400, "custom_data_limit_reached", "There are " + MOST + " attributes");
    }
  }

  private static List<String> options(JsonNode node, String type) {
    if (!type.equals("options")) {
      return List.of();
    }
    if (!node.isArray() || node.size() < FEWEST_OPTIONS) {
      throw Refusal.parameter("The options must be an array of at least two values");
    }
    return node.valueStream().map(option -> option.path("value").asString("")).toList();
  }

  private ObjectNode json(StoredAttribute attribute) {
    var json = Json.object().put("type", "data_attribute").put("id", attribute.id());
    json.put("model", "contact").put("name", attribute.name());
    json.put("full_name", "custom_attributes." + attribute.name());
    json.put("label", attribute.name()).put("description", attribute.description());
    json.put("data_type", attribute.type());
    if (!attribute.options().isEmpty() && behaviour.is(OpenQuestion.ListedOptions.TOLD)) {
      attribute.options().forEach(json.putArray("options")::add);
    }
    json.put("api_writable", attribute.writable()).put("ui_writable", true);
    json.put("messenger_writable", false).put("custom", true);
    json.put("archived", attribute.archived()).put("admin_id", Me.ADMIN_ID);
    return json.put("created_at", attribute.createdAt()).put("updated_at", attribute.createdAt());
  }
}
