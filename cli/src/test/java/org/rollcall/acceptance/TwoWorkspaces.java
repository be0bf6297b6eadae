package org.rollcall.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.app.App;
import org.rollcall.cli.Demo;
import org.rollcall.cli.DemoOptions;
import org.rollcall.cli.NoService;
import org.rollcall.cli.RollcallCommand;
import org.rollcall.cli.Terminal;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredAttribute;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;

/// One roster in PostgreSQL and two workspaces that it could go into, each behind a server of its
/// own, and a folder to run the program in.
final class TwoWorkspaces implements AutoCloseable {
  private static final Rate RATE = new Rate(1_000_000, Duration.ofSeconds(10));
  private static final List<String> ATTRIBUTES =
      List.of("member_type", "region", "facility", "positions");

  final TestPostgres.Database roster;
  final Side a;
  final Side b;
  final Path folder;

  TwoWorkspaces(int members, Path folder, Behaviour behaviour) throws SQLException {
    this.roster = TestPostgres.database();
    try (var connection = roster.connect()) {
      SampleRoster.of(members).load(connection);
    }
    this.a = Side.start("workspace-a", behaviour);
    this.b = Side.start("workspace-b", behaviour);
    this.folder = folder;
  }

  /// One workspace. Its token is its id.
  record Side(String id, World world, SandboxIntercom intercom, SandboxServer server) {
    static Side start(String id, Behaviour behaviour) {
      var world =
          World.withAttributes(new SandboxWorkspace(id, "Club " + id, "US", id), ATTRIBUTES);
      var intercom =
          new SandboxIntercom(world, behaviour, RATE, Faults.none(), InstantSource.system());
      return new Side(id, world, intercom, SandboxServer.start(intercom, 0, Duration.ZERO));
    }

    /// Has a text attribute take these values and no others.
    void list(String attribute, String... options) {
      var each = world.attribute(attribute).orElseThrow();
      world.define(
          new StoredAttribute(
              each.id(),
              each.name(),
              each.type(),
              List.of(options),
              each.archived(),
              each.writable(),
              each.description(),
              each.createdAt()));
    }

    long writes() {
      return intercom.log().entries().stream().filter(entry -> entry.kind().isWrite()).count();
    }
  }

  /// What a command did.
  record Ran(int code, String out, String err) {}

  /// The built-in settings at full speed, with these lines before them.
  String settings(String lines) {
    return lines
        + new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("rate: 166/10s", "rate: 1000000/10s");
  }

  /// The same for a sync of several, with a token and an address of its own.
  String settings(String lines, String token, String url) {
    return settings(lines)
        .replace("token: ${INTERCOM_ACCESS_TOKEN}", "token: " + token)
        .replace("api_url: ${INTERCOM_API_URL:-}", "api_url: " + url)
        .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n");
  }

  void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /// The variables that lead the program to one of the workspaces.
  Map<String, String> environment(Side side) {
    return Map.of(
        "DATABASE_URL", roster.url(),
        "INTERCOM_API_URL", side.server().uri().toString(),
        "INTERCOM_ACCESS_TOKEN", side.id());
  }

  /// Runs `rollcall` with one of the workspaces.
  Ran rollcall(Side side, String... arguments) {
    return rollcall(environment(side), folder, arguments);
  }

  Ran rollcall(Map<String, String> environment, Path from, String... arguments) {
    return run(environment, from, arguments);
  }

  /// Runs `rollcall` where there may be neither of them.
  static Ran run(Map<String, String> environment, Path from, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.Look.PLAIN,
            Terminal.Look.PLAIN,
            80);
    try (var app = new App(new HashMap<>(environment), from, InstantSource.system())) {
      var code =
          RollcallCommand.commandLine(app, TwoWorkspaces::noDemo, new NoService(), terminal)
              .execute(arguments);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  private static Demo noDemo(DemoOptions options) {
    throw new AssertionError("Nobody asked for a demo.");
  }

  @Override
  public void close() {
    a.server().close();
    b.server().close();
  }
}
