package org.rollcall.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rollcall.app.App;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import picocli.CommandLine;

/// One night with one invented member, within this process and over real HTTP. The launcher lets
/// Java watch it once, so that later starts find their classes loaded and linked.
///
/// Leaves nothing behind and calls nobody.
final class Rehearsal {
  private static final List<String> ATTRIBUTES =
      List.of("member_type", "region", "facility", "positions");

  private static final String MEMBER =
      """
      [{"membernumber": "1001", "firstname": "Ann", "lastname": "Example",
        "email": "ann@example.org", "phone": "312-555-0101", "status": "Active",
        "membertypeid": 6, "region_id": 1, "facility_id": 1,
        "region": {"id": 1, "code": "GL", "name": "Great Lakes"},
        "facility": {"id": 1, "code": "ORD", "name": "O'Hare"},
        "type": {"id": 6, "type_name": "Current Member"}}]
      """;

  private Rehearsal() {}

  /// Plays the night; the exit code is that of its last command.
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("rollcall");
    var roster = roster();
    var world = World.withAttributes(SandboxWorkspace.sandbox("rehearsal"), ATTRIBUTES);
    var intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(1000, Duration.ofSeconds(10)),
            Faults.none(),
            InstantSource.system());
    try (var server = SandboxServer.start(intercom, 0, Duration.ZERO)) {
      var environment =
          Map.of(
              "SUPABASE_URL",
              "http://127.0.0.1:" + roster.getAddress().getPort(),
              "SUPABASE_SERVICE_ROLE_KEY",
              "rehearsal",
              "INTERCOM_API_URL",
              server.uri().toString(),
              "INTERCOM_ACCESS_TOKEN",
              "rehearsal");
      System.exit(play(environment, folder));
    } finally {
      roster.stop(0);
    }
  }

  private static int play(Map<String, String> environment, Path folder) throws IOException {
    var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var terminal = new Terminal(nobody, nobody, Terminal.Look.PLAIN, Terminal.Look.PLAIN, 80);
    var app = new App(environment, folder, InstantSource.system());
    try {
      commandLine(app, terminal).execute("--version");
      commandLine(app, terminal).execute("plan");
      commandLine(app, terminal).execute("sync", "--dry-run");
      return commandLine(app, terminal).execute("sync", "--force");
    } finally {
      forget(folder);
    }
  }

  private static CommandLine commandLine(App app, Terminal terminal) {
    return RollcallCommand.commandLine(
        app, options -> SampleDemo.start(options, InstantSource.system()), terminal);
  }

  private static void forget(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// A Supabase project that holds one member and no more.
  private static HttpServer roster() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext("/", Rehearsal::answer);
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = exchange.getRequestURI().toString();
      boolean first = asked.contains("/members?") && !asked.contains("=gt.");
      var body = (first ? MEMBER : "[]").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.getResponseHeaders().set("Content-Range", first ? "0-0/1" : "*/0");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
