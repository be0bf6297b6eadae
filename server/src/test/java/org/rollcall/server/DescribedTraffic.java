package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.server.api.Description;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wiremock.com.networknt.schema.InputFormat;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/// Holds what goes over the wire against the description of the API: what was asked, and what was
/// answered.
final class DescribedTraffic {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode api = Description.read().openapi();

  /// Fails where a request that was answered well, or its answer, is not as described.
  ///
  /// @param body what was sent; `""` for none
  void check(String method, String path, String body, HttpResponse<String> answer) {
    var operation = operation(method, path.replaceFirst("\\?.*", ""));
    var what = "%s %s → %d %s".formatted(method, path, answer.statusCode(), answer.body());
    assertThat(operation).as(what).isPresent();
    if (answer.statusCode() < 400) {
      checkRequest(operation.get(), path, body, what);
    }
    checkAnswer(operation.get(), answer, what);
  }

  private void checkRequest(JsonNode operation, String path, String body, String what) {
    var known =
        operation
            .path("parameters")
            .valueStream()
            .map(this::resolved)
            .filter(each -> each.path("in").asString().equals("query"))
            .map(each -> each.path("name").asString())
            .toList();
    var query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
    assertThat(Stream.of(query.split("&")).filter(each -> !each.isEmpty()))
        .as(what)
        .allMatch(each -> known.contains(each.replaceFirst("=.*", "")));
    if (!body.isEmpty()) {
      var schema =
          operation.path("requestBody").path("content").path("application/json").path("schema");
      assertValid(schema, body, what);
    }
  }

  private void checkAnswer(JsonNode operation, HttpResponse<String> answer, String what) {
    var responses = operation.path("responses");
    var status = String.valueOf(answer.statusCode());
    var described =
        resolved(
            responses.has(status) || answer.statusCode() < 400
                ? responses.path(status)
                : responses.path("default"));
    assertThat(described.isObject()).as(what).isTrue();
    described
        .path("headers")
        .propertyNames()
        .forEach(name -> assertThat(answer.headers().firstValue(name)).as(what).isPresent());
    var content = described.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body()).as(what).isEmpty();
      return;
    }
    var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    assertThat(content.propertyNames()).as(what).contains(type);
    if (type.endsWith("json")) {
      assertValid(content.path(type).path("schema"), answer.body(), what);
    }
  }

  /// Fails where the data of an event are not as described.
  void checkEvent(String data) {
    assertValid(
        JSON.createObjectNode().put("$ref", "#/components/schemas/Event"), data, "an event");
  }

  private void assertValid(JsonNode schema, String text, String what) {
    assertThat(schema.isObject()).as(what).isTrue();
    var whole = JSON.createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.setAll((ObjectNode) schema.deepCopy());
    whole.set("components", api.path("components"));
    var mistakes =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(whole.toString())
            .validate(text, InputFormat.JSON);
    assertThat(mistakes).as(what).isEmpty();
  }

  private Optional<JsonNode> operation(String method, String path) {
    return api.path("paths")
        .propertyStream()
        .filter(each -> path.matches(each.getKey().replaceAll("\\{\\w+}", "[^/]+")))
        .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject)
        .findFirst();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(node.path("$ref").asString().substring(1)) : node;
  }
}
