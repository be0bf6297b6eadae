package org.rollcall.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.config.Notification;
import org.rollcall.config.Notification.To;
import org.rollcall.config.Notification.When;
import org.rollcall.config.Notifications;
import org.rollcall.config.Secret;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Totals;
import tools.jackson.databind.json.JsonMapper;

class AnnouncerTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

  private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  private final List<String> troubles = new ArrayList<>();
  private HttpServer server;
  private int status = 200;

  record Got(String path, String body, Optional<String> signature) {}

  AnnouncerTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void slack_is_told_in_words_and_without_anybodys_data() {
    announce(new To.Slack(at("/slack")), When.FAILED, Report.Status.FAILED);
    assertThat(got).extracting(Got::path).containsExactly("/slack");
    assertThat(JsonMapper.shared().readTree(got.getFirst().body()).path("text").asString())
        .isEqualTo(
            "❌ Rollcall run run-1 failed in 34 s: 20 members, 1 created, 2 updated, 15 unchanged, 0 skipped, 2 failed.\nThe source is broken.");
  }

  @Test
  void a_receiver_can_check_that_a_message_is_rollcalls() throws Exception {
    var to = new To.Webhook(at("/hook"), Optional.of(new Secret("s3cret")));
    announce(to, When.PARTIAL, Report.Status.PARTIAL);
    var message = got.getFirst();
    var parts = message.signature().orElseThrow().split("[=,]");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var expected = mac.doFinal((parts[1] + "." + message.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(parts[3]).isEqualTo(HexFormat.of().formatHex(expected));
    var json = JsonMapper.shared().readTree(message.body());
    assertThat(json.path("status").asString()).isEqualTo("partial");
    assertThat(json.path("totals").path("failed").asInt()).isEqualTo(2);
    assertThat(message.body()).doesNotContain("@");
  }

  @Test
  void the_check_that_the_page_shows_works(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(hasNode(), "There is no node on this machine.");
    announce(
        new To.Webhook(at("/hook"), Optional.of(new Secret("s3cret"))),
        When.ALWAYS,
        Report.Status.SUCCEEDED);
    var page = Files.readString(Path.of("docs", "notifications.md"));
    var start = page.indexOf("```js") + 5;
    var script =
        Files.writeString(
            folder.resolve("check.mjs"),
            page.substring(start, page.indexOf("```", start))
                + "const [, , body, header, secret] = process.argv\n"
                + "console.log(isRollcalls(body, header, secret))\n");
    var message = got.getFirst();
    assertThat(node(script, message.body(), message.signature().orElseThrow(), "s3cret"))
        .isEqualTo("true");
    assertThat(node(script, message.body() + " ", message.signature().orElseThrow(), "s3cret"))
        .isEqualTo("false");
    assertThat(node(script, message.body(), message.signature().orElseThrow(), "other"))
        .isEqualTo("false");
  }

  private static String node(Path script, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static boolean hasNode() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }

  @Test
  void nobody_is_told_of_what_they_did_not_ask_for() {
    announce(new To.Slack(at("/slack")), When.FAILED, Report.Status.SUCCEEDED);
    announce(new To.Slack(at("/slack")), When.REFUSED, Report.Status.PARTIAL);
    assertThat(got).isEmpty();
    announce(new To.Slack(at("/slack")), When.ALWAYS, Report.Status.SUCCEEDED);
    announce(new To.Slack(at("/slack")), When.INTERRUPTED, Report.Status.INTERRUPTED);
    announce(new To.Slack(at("/slack")), When.REFUSED, Report.Status.REFUSED);
    assertThat(got).hasSize(3);
  }

  @Test
  void a_heartbeat_tells_start_success_and_failure() {
    var announcer =
        new Announcer(new Notifications(List.of(), Optional.of(at("/beat"))), troubles::add);
    announcer.accept(new RunEvent.Started("run-1", false));
    announcer.accept(new RunEvent.Finished(report(Report.Status.SUCCEEDED)));
    announcer.accept(new RunEvent.Finished(report(Report.Status.REFUSED)));
    assertThat(got).extracting(Got::path).containsExactly("/beat/start", "/beat", "/beat/fail");
  }

  @Test
  void who_cannot_be_told_is_a_warning_that_gives_no_secret_away() {
    status = 500;
    announce(new To.Slack(at("/T0/secret")), When.ALWAYS, Report.Status.SUCCEEDED);
    server.stop(0);
    announce(new To.Webhook(at("/secret"), Optional.empty()), When.ALWAYS, Report.Status.SUCCEEDED);
    assertThat(troubles)
        .containsExactly(
            "Slack could not be told: 127.0.0.1 answered HTTP 500.",
            "The webhook could not be told: 127.0.0.1 could not be reached (ConnectException).");
  }

  private void announce(To to, When when, Report.Status status) {
    var notification = new Notification(to, EnumSet.of(when));
    new Announcer(new Notifications(List.of(notification), Optional.empty()), troubles::add)
        .accept(new RunEvent.Finished(report(status)));
  }

  private Secret at(String path) {
    return new Secret("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      got.add(
          new Got(
              exchange.getRequestURI().getPath(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Rollcall-Signature"))));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static Report report(Report.Status status) {
    var broken = Set.of(Report.Status.FAILED).contains(status);
    return new Report(
        "run-1",
        status,
        EIGHT,
        EIGHT.plusMillis(34_250),
        false,
        new Totals(20, 1, 2, 15, 0, 2, 0, 0),
        new Report.Requests(17, 3),
        List.of(),
        broken ? Optional.of("The source is broken.") : Optional.empty());
  }
}
