package org.rollcall.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.app.Access;
import org.rollcall.model.Starter;
import org.rollcall.model.Trigger;
import org.rollcall.run.RunStopped;
import org.rollcall.server.web.Routes;
import org.rollcall.server.web.WebServer;
import org.rollcall.settings.ListenAddress;
import org.rollcall.settings.ServerSettings;
import org.rollcall.support.RememberedAccess;

/// The guard before a few paths, asked over HTTP.
class GuardTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final ListenAddress HERE = new ListenAddress("127.0.0.1", 0);
  private static final Routes PATHS =
      routes -> {
        routes.get("/healthz", context -> context.result("alive"));
        routes.get("/api/v1/syncs", context -> context.result(Caller.of(context).who()));
        routes.get("/api/v1/audit", context -> context.result("log"), Needs.ADMIN);
        routes.post("/api/v1/syncs/{name}/runs", context -> context.status(202));
        routes.post(
            "/api/v1/broken",
            _ -> {
              throw new IllegalStateException("rollcall_secret");
            });
      };

  private final RememberedAccess remembered = new RememberedAccess();
  private final List<String> troubles = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = EIGHT;
  private final Access access = access(() -> now);
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    server = served(false);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_token_opens_what_its_role_may_and_nothing_else_does() throws Exception {
    var viewer = token("grafana", AccessRole.VIEWER);
    assertThat(get("/api/v1/syncs", viewer).body()).isEqualTo("token grafana");
    var operator = token("ci", AccessRole.OPERATOR);
    assertThat(post("/api/v1/syncs/default/runs", operator).statusCode()).isEqualTo(202);
    assertThat(get("/api/v1/audit", operator).statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/audit", token("ops", AccessRole.ADMIN)).body()).isEqualTo("log");

    var refused = post("/api/v1/syncs/default/runs", viewer);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body())
        .contains("Token grafana has the role viewer, and this needs operator. Nothing was done.");
  }

  @Test
  void missing_wrong_expired_and_revoked_tokens_get_the_same_answer() throws Exception {
    var expired = access.issue("old", AccessRole.ADMIN, Optional.of(EIGHT.plusSeconds(9)));
    var revoked = access.issue("gone", AccessRole.ADMIN, Optional.empty());
    access.revoke("gone");
    now = EIGHT.plusSeconds(9);
    var answers = new ArrayList<HttpResponse<String>>();
    answers.add(get("/api/v1/syncs", ""));
    answers.add(get("/api/v1/syncs", "rollcall_" + "A".repeat(43)));
    answers.add(get("/api/v1/syncs", "rollcall_short"));
    answers.add(get("/api/v1/syncs", expired.value().secret()));
    answers.add(get("/api/v1/syncs", revoked.value().secret()));
    answers.add(get("/api/v1/no-such-path", ""));
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).isEqualTo(401);
          assertThat(answer.headers().firstValue("WWW-Authenticate"))
              .contains("Bearer realm=\"rollcall\"");
          assertThat(answer.body()).isEqualTo(answers.getFirst().body());
        });
    assertThat(get("/healthz", "").body()).isEqualTo("alive");
  }

  @Test
  void who_shows_wrong_tokens_on_and_on_has_to_wait() throws Exception {
    var valid = token("ci", AccessRole.VIEWER);
    for (int tried = 0; tried < WrongTries.ALLOWED; tried++) {
      assertThat(get("/api/v1/syncs", "rollcall_guess").statusCode()).isEqualTo(401);
    }
    var waiting = get("/api/v1/syncs", valid);
    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(waiting.headers().firstValue("Retry-After")).contains("60");
    now = EIGHT.plus(WrongTries.WINDOW);
    assertThat(get("/api/v1/syncs", valid).statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_not_a_question_is_in_the_audit_log_before_and_after() throws Exception {
    var operator = token("ci", AccessRole.OPERATOR);
    remembered.entries.clear();
    post("/api/v1/syncs/default/runs", operator);
    get("/api/v1/syncs", operator);
    assertThat(remembered.entries).containsExactly(entry(AuditEntry.BEGUN), entry("202"));
    remembered.entries.clear();
    post("/api/v1/syncs/default/runs", token("grafana", AccessRole.VIEWER));
    assertThat(remembered.entries).extracting(AuditEntry::ending).containsExactly("done", "403");
    remembered.entries.clear();
    assertThat(post("/api/v1/broken", operator).body()).doesNotContain("rollcall_");
    assertThat(remembered.entries).extracting(AuditEntry::ending).containsExactly("begun", "500");
    assertThat(remembered.entries.toString()).doesNotContain(operator);
  }

  @Test
  void nothing_is_done_that_cannot_be_written_down() throws Exception {
    var operator = token("ci", AccessRole.OPERATOR);
    remembered.trouble =
        () -> {
          throw new RunStopped(RunStopped.Kind.FAILED, "The audit log cannot be written.");
        };
    var answer = post("/api/v1/syncs/default/runs", operator);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Nothing was done.");
    assertThat(remembered.entries).extracting(AuditEntry::ending).containsExactly("done");
  }

  @Test
  void a_use_is_kept_once_a_minute() throws Exception {
    var token = token("ci", AccessRole.VIEWER);
    get("/api/v1/syncs", token);
    get("/api/v1/syncs", token);
    assertThat(remembered.uses).containsExactly(EIGHT);
    now = EIGHT.plusSeconds(60);
    get("/api/v1/syncs", token);
    assertThat(remembered.uses).containsExactly(EIGHT, now);
  }

  @Test
  void every_answer_tells_a_browser_what_it_must_not_do() throws Exception {
    for (var path : List.of("/healthz", "/api/v1/syncs", "/nowhere")) {
      var headers = get(path, "").headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void behind_a_proxy_its_own_entry_tells_who_asks_and_tls_is_asked_for() throws Exception {
    server.close();
    server = served(true);
    var operator = token("ci", AccessRole.OPERATOR);
    remembered.entries.clear();
    var answer =
        client.send(
            request("/api/v1/syncs/default/runs", operator)
                .header("X-Forwarded-For", "10.9.9.9, 192.0.2.7")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(remembered.entries).extracting(AuditEntry::from).containsOnly("192.0.2.7");
  }

  private WebServer served(boolean behindProxy) throws IOException {
    var settings =
        new ServerSettings(
            Optional.empty(),
            behindProxy,
            Optional.of(URI.create("https://rollcall.example.org")),
            Optional.empty(),
            Optional.empty());
    return WebServer.start(
        HERE,
        Optional.empty(),
        List.of(new Guard(access, HERE, settings, troubles::add), PATHS),
        _ -> {});
  }

  private Access access(InstantSource clock) {
    return new Access(
        remembered, remembered, new Starter("ops", "cron-1", Trigger.COMMAND_LINE), clock);
  }

  private String token(String name, AccessRole role) {
    return access.issue(name, role, Optional.empty()).value().secret();
  }

  private static AuditEntry entry(String ending) {
    return new AuditEntry(
        EIGHT,
        "token ci",
        "127.0.0.1",
        "POST /api/v1/syncs/{name}/runs",
        "/api/v1/syncs/default/runs",
        ending);
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return client.send(request(path, token).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String token) throws Exception {
    return client.send(
        request(path, token).POST(HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String token) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
            .timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
