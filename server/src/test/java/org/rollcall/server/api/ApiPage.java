package org.rollcall.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The description of the API as a page for people.
record ApiPage(JsonNode api) {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  String text() {
    var lines = new ArrayList<String>();
    lines.add("# The API");
    lines.add("");
    lines.add(
        "What `rollcall serve` answers over HTTP. This page is made of the [description](../server/src/main/resources/org/rollcall/server/api/openapi.yaml), which the service serves as OpenAPI 3.1 at `/api/v1/openapi.json`.");
    lines.add("");
    lines.add(api.path("info").path("description").asString());
    lines.add("");
    lines.add("```");
    lines.add("curl -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:8377/api/v1/syncs");
    lines.add("```");
    api.path("tags").forEach(tag -> tag(tag, lines));
    lines.add("");
    lines.add("## Errors and pages");
    lines.add("");
    lines.add(
        "Errors are `application/problem+json`: `type`, `title`, `status`, and `detail`, which says what happened and what to do. Lists have their items under `items` and the cursor of the next page under `next`, null where there is none.");
    lines.add("");
    lines.add("## Objects");
    api.path("components")
        .path("schemas")
        .propertyStream()
        .filter(each -> each.getValue().path("properties").isObject())
        .forEach(each -> schema(each.getKey(), each.getValue(), lines));
    return String.join("\n", lines) + "\n";
  }

  private void tag(JsonNode tag, List<String> lines) {
    lines.add("");
    lines.add("## " + tag.path("name").asString());
    lines.add("");
    lines.add(tag.path("description").asString());
    lines.add("");
    lines.add("| | needs | |");
    lines.add("|---|---|---|");
    operations(tag.path("name").asString()).forEach(lines::add);
    details(tag.path("name").asString(), lines);
  }

  private Stream<String> operations(String tag) {
    return each(tag)
        .map(operation ->
            "| `%s %s` | %s | %s |"
                .formatted(
                    operation.method(),
                    operation.path(),
                    operation.node().path("x-role").asString(),
                    operation.node().path("summary").asString()));
  }

  private void details(String tag, List<String> lines) {
    each(tag)
        .forEach(operation -> {
          var told = told(operation.node());
          if (!told.isEmpty()) {
            lines.add("");
            lines.add("**`%s %s`** %s".formatted(operation.method(), operation.path(), told));
            fields(operation.node(), lines);
          }
        });
  }

  private String told(JsonNode operation) {
    var parameters =
        operation
            .path("parameters")
            .valueStream()
            .map(this::resolved)
            .map(each -> "`%s`".formatted(each.path("name").asString()))
            .collect(Collectors.joining(", "));
    var body = operation.has("requestBody") ? "Takes a JSON object with the fields below." : "";
    return Stream.of(
            operation.path("description").asString(""),
            parameters.isEmpty() ? "" : "Takes " + parameters + ".",
            body)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void fields(JsonNode operation, List<String> lines) {
    var schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    if (schema.isObject()) {
      lines.add("");
      table(schema, lines);
    }
  }

  private void schema(String name, JsonNode schema, List<String> lines) {
    lines.add("");
    lines.add("### " + name);
    if (schema.has("description")) {
      lines.add("");
      lines.add(schema.path("description").asString());
    }
    lines.add("");
    table(schema, lines);
  }

  private void table(JsonNode schema, List<String> lines) {
    var required =
        schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    lines.add("| field | | |");
    lines.add("|---|---|---|");
    schema
        .path("properties")
        .propertyStream()
        .map(field ->
            "| `%s` | %s%s | %s |"
                .formatted(
                    field.getKey(),
                    type(field.getValue()),
                    required.contains(field.getKey()) ? "" : ", may be missing",
                    field.getValue().path("description").asString("")))
        .forEach(lines::add);
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      var name = schema.path("$ref").asString().replaceFirst(".*/", "");
      return switch (name) {
        case "Time" -> "time";
        case "Count" -> "count";
        case "Next" -> "string or null";
        case "Fields" -> "`{name: [before, after]}`";
        default -> "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
      };
    }
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(word -> "`%s`".formatted(word.asString()))
          .collect(Collectors.joining(", "));
    }
    if (schema.has("anyOf")) {
      return schema
          .path("anyOf")
          .valueStream()
          .map(ApiPage::type)
          .sorted(ApiPage::nullLast)
          .collect(Collectors.joining(" or "));
    }
    if (schema.path("type").isArray()) {
      return schema
          .path("type")
          .valueStream()
          .map(JsonNode::asString)
          .collect(Collectors.joining(" or "));
    }
    var type = schema.path("type").asString("object");
    return type.equals("array") ? "list of " + type(schema.path("items")) : type;
  }

  private static int nullLast(String one, String other) {
    return Boolean.compare(one.equals("null"), other.equals("null"));
  }

  private record Operation(String method, String path, JsonNode node) {}

  private Stream<Operation> each(String tag) {
    return api.path("paths")
        .propertyStream()
        .flatMap(path ->
            METHODS.stream()
                .filter(path.getValue()::has)
                .map(method ->
                    new Operation(
                        method.toUpperCase(Locale.ROOT),
                        path.getKey(),
                        path.getValue().path(method))))
        .filter(operation -> operation.node().path("tags").path(0).asString().equals(tag));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(node.path("$ref").asString().substring(1)) : node;
  }
}
