package org.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rollcall.access.AccessRole;
import org.rollcall.app.App;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service, a viewer and an operator. All that they say to each other is held against the
/// description of the API.
final class ApiStage implements AutoCloseable {
  static final String USUAL_NAME = "join([member.firstname, member.lastname], ' ')";
  private static final String SCHEDULE = "schedule: 0 8 * * *";

  private final ServiceStage stage;
  private final Service service;
  private final String viewer;
  private final String operator;
  private final String admin;
  private final DescribedTraffic described = new DescribedTraffic();
  private final App beside;
  private final HttpClient client = HttpClient.newHttpClient();

  private ApiStage(ServiceStage stage, Service service) {
    this.stage = stage;
    this.service = service;
    this.beside = stage.program();
    this.viewer = token("viewer", AccessRole.VIEWER);
    this.operator = token("operator", AccessRole.OPERATOR);
    this.admin = token("admin", AccessRole.ADMIN);
  }

  static ApiStage in(Path folder, Instant now) throws IOException {
    var stage = new ServiceStage(folder, now);
    stage.settings(SCHEDULE);
    return new ApiStage(stage, stage.service());
  }

  private String token(String name, AccessRole role) {
    try (var program = stage.program()) {
      return program.access(stage.selection()).issue(name, role, Optional.empty()).value().secret();
    }
  }

  void hold() {
    stage.roster.hold();
  }

  void release() {
    stage.roster.release();
  }

  /// Has other settings read.
  ///
  /// @param name what makes the name of a contact
  void named(String name) throws IOException {
    stage.settings(SCHEDULE, USUAL_NAME, name);
    service.reload();
  }

  /// Begins a run beside the service, as another process does.
  RunHandle beside() {
    return beside.start(
        stage.selection(),
        new RunRequest.Everybody(
            OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE));
  }

  int contacts() {
    return stage.world.contacts().size();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", path, "", operator, headers);
  }

  /// What an operator reads there.
  JsonNode read(String path) throws IOException, InterruptedException {
    return read(path, operator);
  }

  /// The same where nothing else is thrown; nothing where there is nothing yet.
  JsonNode said(String path) {
    try {
      return JsonMapper.shared().readTree(ask("GET", path, "", operator).body());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  JsonNode readAsViewer(String path) throws IOException, InterruptedException {
    return read(path, viewer);
  }

  private JsonNode read(String path, String token) throws IOException, InterruptedException {
    var answer = ask("GET", path, "", token);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return ask("POST", path, body, operator, headers);
  }

  HttpResponse<String> postAsViewer(String path) throws IOException, InterruptedException {
    return ask("POST", path, "", viewer);
  }

  HttpResponse<String> postAsAdmin(String path) throws IOException, InterruptedException {
    return ask("POST", path, "", admin);
  }

  /// Writes other settings, which nobody has read yet.
  void settings(String lines) throws IOException {
    stage.settings(lines);
  }

  HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
    return ask("PUT", path, body, operator);
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return ask("DELETE", path, "", operator);
  }

  /// Waits for the end of a run that has begun.
  JsonNode run(HttpResponse<String> begun) throws IOException, InterruptedException {
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var run = begun.headers().firstValue("Location").orElseThrow();
    events(run, "0");
    return read(run);
  }

  /// The events of a run until its end, as they were sent.
  List<String> events(String run, String after) throws IOException, InterruptedException {
    var answer = ask("GET", run + "/events", "", operator, "Last-Event-ID", after);
    var events =
        Stream.of(answer.body().split("\n\n")).filter(each -> !each.startsWith(":")).toList();
    events.stream()
        .filter(each -> !each.startsWith("id: end"))
        .forEach(each -> described.checkEvent(each.replaceFirst("(?s).*\ndata: ", "")));
    return events;
  }

  private HttpResponse<String> ask(
      String method, String path, String body, String token, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path)))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .setHeader("Authorization", "Bearer " + token)
            .setHeader("Content-Type", "application/json");
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    var answer = client.send(request.build(), BodyHandlers.ofString());
    described.check(method, path, body, answer);
    return answer;
  }

  @Override
  public void close() {
    client.close();
    beside.close();
    service.close();
    stage.close();
  }
}
