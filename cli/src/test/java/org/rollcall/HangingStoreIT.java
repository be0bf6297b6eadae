package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.App;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program, whose store hangs from the answer to its last write on.
@Tag("slow")
class HangingStoreIT {
  private static final int MEMBERS = 40;

  /// All goodbyes together, and what the process itself needs to end on a busy machine.
  private static final Duration GOODBYES = Duration.ofSeconds(20 + 4);

  private final World world = EmptyIntercom.world();
  private final SandboxIntercom intercom = EmptyIntercom.of(world);

  @TempDir private Path folder;

  @Test
  void a_finished_run_gives_a_store_that_hangs_one_budget_for_all_goodbyes() throws Exception {
    var roster = TestPostgres.database();
    try (var connection = roster.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    var store = TestPostgres.database();
    try (var server = SandboxServer.start(intercom, 0, Duration.ofMillis(100));
        var proxy = HangingProxy.to(URI.create(store.url()).getPort())) {
      settings(store.url().replaceFirst(":\\d+/", ":" + proxy.port() + "/"));
      var run = sync(roster.url(), server.uri().toString());
      assertThat(hungAfter(run, proxy)).isLessThan(GOODBYES);
      assertThat(run.exitValue()).as(said()).isZero();
      var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
      assertThat(report.path("status").asString()).isEqualTo("succeeded");
      assertThat(report.path("totals").path("created").asInt()).isEqualTo(MEMBERS);
      assertThat(said())
          .doesNotContain("SLF4J")
          .contains(
              "The workspace cannot be remembered",
              "what was archived cannot be kept",
              "The lease of the workspace could not be given back in time",
              "the store does not answer");
    }
  }

  /// How long the process lives on after the store hangs.
  private Duration hungAfter(Process run, HangingProxy proxy) throws InterruptedException {
    while (world.contacts().size() < MEMBERS && run.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    proxy.hang();
    long hung = System.nanoTime();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Duration.ofNanos(System.nanoTime() - hung);
  }

  private void settings(String store) throws IOException {
    Files.writeString(
        folder.resolve("rollcall.yaml"),
        "store: { url: '%s' }%n".formatted(store)
            + new App(Map.of(), folder, InstantSource.system())
                .settingsTemplate()
                .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n"));
  }

  private Process sync(String roster, String server) throws IOException {
    var builder =
        new ProcessBuilder(PackagedProgram.command(List.of(), "sync", "--report", "report.json"))
            .directory(folder.toFile());
    builder.environment().put("DATABASE_URL", roster);
    builder.environment().put("INTERCOM_API_URL", server);
    builder.environment().put("INTERCOM_ACCESS_TOKEN", "sandbox");
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }
}
