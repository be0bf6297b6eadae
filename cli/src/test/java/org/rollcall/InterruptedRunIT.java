package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.App;
import org.rollcall.app.Selection;
import org.rollcall.review.History;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.store.Store;
import org.rollcall.support.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program, stopped in the middle by real signals.
@Tag("slow")
class InterruptedRunIT {
  private static final int MEMBERS = 300;

  private final World world = EmptyIntercom.world();
  private final SandboxIntercom intercom = EmptyIntercom.of(world);

  @TempDir private Path folder;
  private final List<ServerSocket> silent = new ArrayList<>();
  private Map<String, String> extra = Map.of();
  private String lines = "";
  private SandboxServer server;
  private HangingProxy way;
  private TestPostgres.Database database;

  @BeforeEach
  void start() throws SQLException, IOException {
    server = SandboxServer.start(intercom, 0, Duration.ofMillis(100));
    way = HangingProxy.to(server.uri().getPort());
    database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
  }

  @AfterEach
  void stop() throws IOException {
    for (var socket : silent) {
      socket.close();
    }
    way.close();
    server.close();
  }

  @Test
  void sigterm_finishes_what_is_in_flight_and_writes_the_report() throws Exception {
    var run = sync();
    until(() -> creates() > 50);
    run.toHandle().destroy();
    assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(130);
    var report = report();
    assertThat(report.path("status").asString()).isEqualTo("interrupted");
    var totals = report.path("totals");
    assertThat(totals.path("created").asInt()).isEqualTo(active()).isLessThan(MEMBERS);
    assertThat(totals.path("total").asInt()).isEqualTo(MEMBERS);
  }

  @Test
  void sigterm_is_obeyed_within_ten_seconds_though_intercom_hangs() throws Exception {
    intercom.faults(
        Faults.of(new Faults.Rule(Fault.HANG, Set.of(CallKind.CREATE), 30, Faults.Rule.ALWAYS, 1)));
    var run = sync();
    until(() -> creates() >= 30);
    run.toHandle().destroy();
    assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(130);
    assertThat(report().path("status").asString()).isEqualTo("interrupted");
  }

  @Test
  void killed_in_the_middle_the_next_run_finds_the_rest() throws Exception {
    var killed = sync();
    until(() -> creates() > 20);
    way.hold();
    assertThat(latest()).isEqualTo(Unended.RUNNING);
    way.resume();
    until(() -> creates() > 150);
    killed.destroyForcibly();
    assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(latest()).isEqualTo(Unended.CRASHED);
    assertThat(active()).isLessThan(MEMBERS);
    assertRememberedToTheLastSecond();
    var again = sync();
    assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();
    assertThat(active()).isEqualTo(MEMBERS);
    assertThat(world.contacts()).extracting(StoredContact::externalId).doesNotHaveDuplicates();
  }

  private Unended latest() {
    return new App(Map.of(), folder, InstantSource.system())
        .remembered(
            Selection.USUAL, history -> history.named(History.LATEST, RunFilter.ALL).orElseThrow())
        .unended();
  }

  /// At 30 writes a second, and as many in flight as there may be.
  private void assertRememberedToTheLastSecond() {
    try (var store = Store.in(folder.resolve(".rollcall"))) {
      var run = store.history().runs(RunFilter.ALL, 1).getFirst();
      assertThat(run.finished()).isEmpty();
      assertThat(store.history().changes(run.run())).hasSizeGreaterThan(150 - 30 - 16);
    }
  }

  @Test
  void a_second_run_beside_a_living_one_is_turned_away_and_writes_nothing() throws Exception {
    var first = sync();
    until(() -> creates() > 50);
    way.hold();
    var second = sync(folder.resolve("second.txt"));
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.isAlive()).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    way.resume();
    assertThat(folder.resolve("second.txt"))
        .content()
        .contains("Another run is writing to this workspace", "process " + first.pid());
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(creates()).isEqualTo(MEMBERS);
    var third = sync();
    assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isZero();
  }

  @Test
  void a_deadline_ends_the_run_as_a_signal_does() throws Exception {
    var run = sync("--deadline", "3s");
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(130);
    assertThat(report().path("status").asString()).isEqualTo("interrupted");
    assertThat(report().path("totals").path("created").asInt()).isEqualTo(active());
  }

  @Test
  void two_runs_with_stores_of_their_own_do_not_overlap() throws Exception {
    var first = sync();
    until(() -> creates() > 50);
    way.hold();
    extra = Map.of("ROLLCALL_STATE", folder.resolve("another").toString());
    var second = sync(folder.resolve("second.txt"));
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    way.resume();
    assertThat(folder.resolve("second.txt"))
        .content()
        .contains("Another run is writing to this workspace", "process " + first.pid());
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
  }

  @Test
  void sigterm_is_obeyed_within_ten_seconds_though_the_store_and_a_webhook_hang() throws Exception {
    var store = TestPostgres.database();
    try (var database = HangingProxy.to(URI.create(store.url()).getPort())) {
      var url = store.url().replaceFirst(":\\d+/", ":" + database.port() + "/");
      lines =
          """
          store: { url: '%s' }
          notify:
            - webhook: { url: 'http://127.0.0.1:%d/hook', secret: s, when: always }
          """
              .formatted(url, silent());
      var run = sync();
      until(() -> creates() > 50);
      database.hang();
      run.toHandle().destroy();
      assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(130);
      assertThat(report().path("status").asString()).isEqualTo("interrupted");
      assertThat(report().path("totals").path("created").asInt()).isEqualTo(active());
    }
  }

  /// A port that takes connections and never says anything.
  private int silent() throws IOException {
    var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    silent.add(socket);
    return socket.getLocalPort();
  }

  private Process sync(String... more) throws IOException {
    return sync(folder.resolve("err.txt"), more);
  }

  private Process sync(Path errors, String... more) throws IOException {
    var settings = folder.resolve("rollcall.yaml");
    Files.writeString(
        settings,
        lines
            + new App(Map.of(), folder, InstantSource.system())
                .settingsTemplate()
                .replace("rate: 166/10s", "rate: 300/10s")
                .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n"));
    var command = PackagedProgram.command(List.of(), "sync", "--report", "report.json");
    command.addAll(List.of(more));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DATABASE_URL", database.url());
    builder.environment().put("INTERCOM_API_URL", "http://127.0.0.1:" + way.port());
    builder.environment().put("INTERCOM_ACCESS_TOKEN", "sandbox");
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    builder.environment().putAll(extra);
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(errors.toFile())
        .start();
  }

  private JsonNode report() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
  }

  private long creates() {
    return intercom.log().entries().stream()
        .filter(entry -> entry.kind() == CallKind.CREATE)
        .count();
  }

  private int active() {
    return EmptyIntercom.active(world);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 600 && !condition.getAsBoolean(); tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
