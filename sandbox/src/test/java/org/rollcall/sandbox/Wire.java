package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.rollcall.model.Rate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to a sandbox as a client does, and moves its clock.
final class Wire {
  static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  static final JsonMapper JSON = new JsonMapper();

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Map<String, String> headers = new TreeMap<>();
  final World world;
  final SandboxIntercom intercom;

  private Wire(World world, Behaviour behaviour, Rate rate) {
    this.world = world;
    InstantSource clock = now::get;
    this.intercom = new SandboxIntercom(world, behaviour, rate, Faults.none(), clock);
    headers.put("Authorization", "Bearer sandbox");
    headers.put("Accept", "application/json");
    headers.put("Intercom-Version", "2.16");
  }

  /// A sandbox with an empty workspace and the text attributes `region` and `facility`.
  static Wire to(OpenQuestion... choices) {
    return to(Rate.of("1000/10s"), choices);
  }

  static Wire to(Rate rate, OpenQuestion... choices) {
    var world =
        World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region", "facility"));
    return new Wire(world, Behaviour.DEFAULT.with(choices), rate);
  }

  /// A sandbox with an existing world.
  static Wire to(World world, Behaviour behaviour) {
    return new Wire(world, behaviour, Rate.of("1000/10s"));
  }

  /// Sends this header from now on; `""` removes it.
  Wire header(String name, String value) {
    headers.remove(name);
    if (!value.isEmpty()) {
      headers.put(name, value);
    }
    return this;
  }

  void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /// Sends the request; the JSON may use single quotes.
  WireResult send(String method, String target, String body) {
    return intercom.handle(WireRequest.of(method, target, headers, body.replace('\'', '"')));
  }

  WireResponse answer(String method, String target, String body) {
    var result = send(method, target, body);
    assertThat(result).isInstanceOf(WireResult.Answered.class);
    return ((WireResult.Answered) result).response();
  }

  /// The body of the answer, which must have that status.
  JsonNode json(int status, String method, String target, String body) {
    var response = answer(method, target, body);
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    return JSON.readTree(response.body());
  }

  JsonNode get(int status, String target) {
    return json(status, "GET", target, "");
  }

  JsonNode post(int status, String target, String body) {
    return json(status, "POST", target, body);
  }

  JsonNode put(int status, String id, String body) {
    return json(status, "PUT", "/contacts/" + id, body);
  }

  JsonNode search(int status, String query) {
    return post(status, "/contacts/search", "{'query':" + query + "}");
  }

  /// Creates a contact and returns its id.
  String create(String body) {
    return post(200, "/contacts", body).path("id").stringValue();
  }

  /// The `code: message` of the only error.
  static String error(JsonNode answer) {
    assertThat(answer.path("type").stringValue()).isEqualTo("error.list");
    var error = answer.path("errors").path(0);
    return error.path("code").stringValue() + ": " + error.path("message").stringValue();
  }
}
