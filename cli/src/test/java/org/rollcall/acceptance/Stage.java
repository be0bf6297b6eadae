package org.rollcall.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.SupabaseStage;
import org.rollcall.support.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything a night needs, of real parts: a Supabase project with a sample roster, a stand-in
/// Intercom over HTTP, and a folder of its own to run the program in.
final class Stage implements AutoCloseable {
  static final String TOKEN = "dG9rOmludmVudGVk-intercom-token";

  final SupabaseStage supabase;
  final World world =
      World.withAttributes(
          SandboxWorkspace.sandbox(TOKEN),
          List.of("member_type", "region", "facility", "positions"));
  final SandboxIntercom intercom;
  private final SandboxServer server;
  private final Path folder;
  private InstantSource clock = InstantSource.system();

  Stage(SampleRoster roster, Path folder) throws SQLException, IOException, InterruptedException {
    this(roster, folder, Behaviour.DEFAULT);
  }

  /// @param behaviour the stand-in Intercom's
  Stage(SampleRoster roster, Path folder, Behaviour behaviour)
      throws SQLException, IOException, InterruptedException {
    this.intercom =
        new SandboxIntercom(
            world,
            behaviour,
            new Rate(1_000_000, Duration.ofSeconds(10)),
            Faults.none(),
            InstantSource.system());
    this.server = SandboxServer.start(intercom, 0, Duration.ZERO);
    this.supabase = SupabaseStage.of(roster);
    this.folder = folder;
    settings(text -> text);
  }

  /// What a command did.
  record Ran(int code, String out, String err) {}

  /// Runs `rollcall` with the roster over the REST API.
  Ran rollcall(String... arguments) {
    return run(
        Map.of(
            "SUPABASE_URL",
            supabase.gateway().url().toString(),
            "SUPABASE_SERVICE_ROLE_KEY",
            Tokens.SECRET_KEY),
        TOKEN,
        arguments);
  }

  /// Runs `rollcall` with another key to the Supabase project.
  Ran rollcallWithKey(String key, String... arguments) {
    return run(
        Map.of(
            "SUPABASE_URL", supabase.gateway().url().toString(), "SUPABASE_SERVICE_ROLE_KEY", key),
        TOKEN,
        arguments);
  }

  /// Runs `rollcall` on a machine whose clock is an hour ahead of everybody else's.
  Ran rollcallAnHourAhead(String... arguments) {
    clock = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    return rollcall(arguments);
  }

  /// Lets so much time pass.
  void later(Duration more) {
    clock = InstantSource.offset(clock, more);
  }

  /// Runs `rollcall` with the roster over a plain connection.
  Ran rollcallOverPostgres(String... arguments) {
    return run(Map.of("DATABASE_URL", supabase.database().url()), TOKEN, arguments);
  }

  /// Runs `rollcall` with the roster over a plain connection of another role.
  Ran rollcallOverPostgresAs(String role, String... arguments) {
    return run(Map.of("DATABASE_URL", supabase.database().url(role)), TOKEN, arguments);
  }

  /// Runs `rollcall` with another token.
  Ran rollcallWithToken(String token, String... arguments) {
    return run(Map.of("DATABASE_URL", supabase.database().url()), token, arguments);
  }

  /// The built-in settings, at full speed, changed by `change`.
  void settings(UnaryOperator<String> change) throws IOException {
    var usual =
        new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("rate: 166/10s", "rate: 1000000/10s");
    Files.writeString(folder.resolve("rollcall.yaml"), change.apply(usual));
  }

  void sql(String statement) throws SQLException {
    supabase.database().execute(statement);
  }

  JsonNode report(String name) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  long writes() {
    return intercom.log().entries().stream().filter(entry -> entry.kind().isWrite()).count();
  }

  int calls() {
    return intercom.log().entries().size();
  }

  /// Has a text attribute of the workspace take these values and no others.
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

  StoredContact contactOf(String member) {
    return world.withExternalId(member).getFirst();
  }

  @Override
  public void close() {
    server.close();
    try {
      supabase.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private Ran run(Map<String, String> roster, String token, String... arguments) {
    var environment = new HashMap<>(roster);
    environment.put("INTERCOM_API_URL", server.uri().toString());
    environment.put("INTERCOM_ACCESS_TOKEN", token);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.Look.PLAIN,
            Terminal.Look.PLAIN,
            80);
    var app = new App(environment, folder, clock);
    var code =
        RollcallCommand.commandLine(app, Stage::noDemo, new NoService(), terminal)
            .execute(arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Demo noDemo(DemoOptions options) {
    throw new AssertionError("Nobody asked for a demo.");
  }
}
