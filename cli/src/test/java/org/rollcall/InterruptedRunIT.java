package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.rollcall.model.Rate;
import org.rollcall.review.RunFilter;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.store.Store;
import org.rollcall.support.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged program, stopped in the middle by real signals.
@Tag("slow")
class InterruptedRunIT {
  private static final int MEMBERS = 400;
  private static final Path HOME = Path.of(System.getProperty("rollcall.home", "."));

  private final World world =
      World.withAttributes(
          SandboxWorkspace.sandbox("sandbox"),
          List.of("member_type", "region", "facility", "positions"));
  private final SandboxIntercom intercom =
      new SandboxIntercom(
          world,
          Behaviour.DEFAULT,
          new Rate(100_000, Duration.ofSeconds(10)),
          Faults.none(),
          InstantSource.system());

  @TempDir private Path folder;
  private SandboxServer server;
  private TestPostgres.Database database;

  @BeforeEach
  void start() throws SQLException {
    server = SandboxServer.start(intercom, 0, Duration.ofMillis(100));
    database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
  }

  @AfterEach
  void stop() {
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
    until(() -> creates() > 150);
    killed.destroyForcibly();
    assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(active()).isLessThan(MEMBERS);
    assertRememberedToTheLastSecond();
    var again = sync();
    assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();
    assertThat(active()).isEqualTo(MEMBERS);
    assertThat(world.contacts()).extracting(StoredContact::externalId).doesNotHaveDuplicates();
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
    var second = sync(folder.resolve("second.txt"));
    assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(first.isAlive()).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("second.txt"))
        .content()
        .contains("Another run is writing to this workspace", "process " + first.pid());
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(creates()).isEqualTo(MEMBERS);
    var third = sync();
    assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isZero();
  }

  @Test
  void a_deadline_ends_the_run_as_a_signal_does() throws Exception {
    var run = sync("--deadline", "3s");
    assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(130);
    assertThat(report().path("status").asString()).isEqualTo("interrupted");
    assertThat(report().path("totals").path("created").asInt()).isEqualTo(active());
  }

  private Process sync(String... more) throws IOException {
    return sync(folder.resolve("err.txt"), more);
  }

  private Process sync(Path errors, String... more) throws IOException {
    var settings = folder.resolve("rollcall.yaml");
    Files.writeString(
        settings,
        new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("rate: 166/10s", "rate: 300/10s"));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                HOME.resolve("cli/target/rollcall.jar").toAbsolutePath().toString(),
                "sync",
                "--report",
                "report.json"));
    command.addAll(List.of(more));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DATABASE_URL", database.url());
    builder.environment().put("INTERCOM_API_URL", server.uri().toString());
    builder.environment().put("INTERCOM_ACCESS_TOKEN", "sandbox");
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
    return (int) world.contacts().stream().filter(StoredContact::isActive).count();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 600 && !condition.getAsBoolean(); tries++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
