package org.rollcall.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.support.Golden;
import tools.jackson.databind.JsonNode;

/// The description of the API is whole in itself, and `docs/api.md` says the same.
class DescriptionTest {
  private final JsonNode api = Description.read().openapi();

  @Test
  void the_page_says_what_the_description_says() {
    Golden.assertSame("docs/api.md", new ApiPage(api).text());
  }

  @Test
  void each_operation_is_named_once_and_says_what_it_does_and_who_may() {
    var names = operations().map(each -> each.path("operationId").asString()).toList();
    assertThat(names).doesNotHaveDuplicates().doesNotContain("").hasSizeGreaterThan(20);
    assertThat(operations())
        .allSatisfy(each -> {
          assertThat(each.path("summary").asString()).endsWith(".");
          assertThat(Set.of("viewer", "operator", "admin"))
              .contains(each.path("x-role").asString());
          assertThat(each.path("responses").has("default")).isTrue();
        });
  }

  @Test
  void nothing_in_it_was_cut_off() {
    assertThat(nulls(api)).isZero();
  }

  /// A comma in a text without quotes makes a key without a value of the rest.
  private static int nulls(JsonNode node) {
    return node.isNull() ? 1 : node.valueStream().mapToInt(DescriptionTest::nulls).sum();
  }

  @Test
  void each_name_in_a_path_is_described() {
    api.path("paths")
        .propertyStream()
        .forEach(path -> {
          var named =
              path.getValue()
                  .path("parameters")
                  .valueStream()
                  .map(this::resolved)
                  .filter(each -> each.path("in").asString().equals("path"))
                  .map(each -> each.path("name").asString())
                  .collect(Collectors.toSet());
          var there =
              Stream.of(path.getKey().split("/"))
                  .filter(part -> part.startsWith("{"))
                  .map(part -> part.replaceAll("[{}]", ""))
                  .collect(Collectors.toSet());
          assertThat(named).as(path.getKey()).isEqualTo(there);
        });
  }

  @Test
  void whatever_is_referred_to_is_there_and_whatever_is_there_is_referred_to() {
    var references = new ArrayList<String>();
    references(api, references);
    assertThat(references)
        .allSatisfy(each -> assertThat(api.at(each.substring(1)).isMissingNode()).isFalse());
    var parts = new TreeMap<String, String>();
    api.path("components")
        .propertyStream()
        .filter(kind -> !kind.getKey().equals("securitySchemes"))
        .forEach(kind ->
            kind.getValue()
                .propertyNames()
                .forEach(
                    name -> parts.put("#/components/%s/%s".formatted(kind.getKey(), name), name)));
    parts.remove("#/components/schemas/Event");
    assertThat(references).containsAll(parts.keySet());
  }

  private static void references(JsonNode node, List<String> into) {
    if (node.path("$ref").isString()) {
      into.add(node.path("$ref").asString());
    }
    node.forEach(each -> references(each, into));
  }

  private Stream<JsonNode> operations() {
    return api.path("paths")
        .valueStream()
        .flatMap(path ->
            Stream.of("get", "post", "put", "delete").map(path::path).filter(JsonNode::isObject));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(node.path("$ref").asString().substring(1)) : node;
  }
}
