package org.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
import org.rollcall.sandbox.OneMemberRoster;
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

  private Rehearsal() {}

  /// Plays the night; the exit code is that of its last command.
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("rollcall");
    var world = World.withAttributes(SandboxWorkspace.sandbox("rehearsal"), ATTRIBUTES);
    var intercom =
        new SandboxIntercom(
            world,
            Behaviour.DEFAULT,
            new Rate(1000, Duration.ofSeconds(10)),
            Faults.none(),
            InstantSource.system());
    try (var roster = OneMemberRoster.start();
        var server = SandboxServer.start(intercom, 0, Duration.ZERO)) {
      var environment =
          Map.of(
              "SUPABASE_URL",
              roster.uri().toString(),
              "SUPABASE_SERVICE_ROLE_KEY",
              "rehearsal",
              "INTERCOM_API_URL",
              server.uri().toString(),
              "INTERCOM_ACCESS_TOKEN",
              "rehearsal");
      System.exit(play(environment, folder));
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
        app,
        options -> SampleDemo.start(options, InstantSource.system()),
        (_, _, _) -> {
          throw new IllegalStateException("Nobody rehearses the service.");
        },
        terminal);
  }

  private static void forget(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
