package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.App;
import org.rollcall.app.Selection;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;

/// Packaged services that share one PostgreSQL store. One is killed in the middle and one is
/// suspended; the others do their work, and nobody does any of it twice.
@Tag("slow")
class ServiceIT {
  private static final int MEMBERS = 60;
  private static final int WORKSPACES = 6;

  /// Their clocks say that it is half a minute to the time when all syncs are due.
  private static final LocalTime BEFORE = LocalTime.of(7, 59, 30);

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir private Path folder;
  private final List<Place> places = new ArrayList<>();
  private final List<Served> services = new ArrayList<>();
  private TestPostgres.Database roster;
  private TestPostgres.Database store;
  private long ahead;

  /// A workspace.
  private record Place(World world, SandboxIntercom intercom, SandboxServer server) {
    static Place start(String id) {
      var world =
          World.withAttributes(
              new SandboxWorkspace(id, "Club " + id, "US", "sandbox"),
              List.of("member_type", "region", "facility", "positions"));
      var intercom = EmptyIntercom.of(world);
      return new Place(world, intercom, SandboxServer.start(intercom, 0, Duration.ofMillis(50)));
    }

    boolean isWhole() {
      return EmptyIntercom.active(world) == MEMBERS;
    }
  }

  /// A service.
  private record Served(Process process, Path output) {
    String said() {
      try {
        return Files.readString(output);
      } catch (IOException gone) {
        throw new AssertionError(gone);
      }
    }

    Optional<String> address() {
      return ADDRESS.matcher(said()).results().map(found -> found.group()).findFirst();
    }
  }

  @BeforeEach
  void start() throws Exception {
    roster = TestPostgres.database();
    store = TestPostgres.database();
    try (var connection = roster.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    var syncs = new StringBuilder("syncs:\n");
    for (int at = 0; at < WORKSPACES; at++) {
      places.add(Place.start("workspace-" + at));
      syncs.append("  w%d: w%d.yaml%n".formatted(at, at));
      Files.writeString(folder.resolve("w%d.yaml".formatted(at)), sync(places.get(at)));
    }
    Files.writeString(
        folder.resolve("rollcall.yaml"), syncs + "store: { url: '%s' }%n".formatted(store.url()));
    ahead =
        Math.floorMod(
            BEFORE.toSecondOfDay() - LocalTime.now(ZoneOffset.UTC).toSecondOfDay(),
            (int) Duration.ofDays(1).toSeconds());
  }

  private String sync(Place place) {
    return "schedule: 0 8 * * *\n"
        + new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("rate: 166/10s", "rate: 60/10s")
            .replace("api_url: ${INTERCOM_API_URL:-}", "api_url: " + place.server().uri())
            .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n");
  }

  @AfterEach
  void stop() throws Exception {
    for (var service : services) {
      service.process().destroyForcibly().waitFor();
    }
    places.forEach(place -> place.server().close());
  }

  @Test
  void one_is_killed_and_one_suspended_and_each_sync_runs_once() throws Exception {
    var killed = serve("killed");
    until(() -> killed.address().isPresent());
    var suspended = serve("suspended");
    var living = serve("living");
    until(() -> ready(suspended) && ready(living));
    var begun = Instant.now();
    until(() -> writers() >= WORKSPACES - 1);
    killed.process().destroyForcibly().waitFor();
    signal("STOP", suspended.process());
    var died = Instant.now();
    until(() -> places.stream().allMatch(Place::isWhole));
    until(() -> succeeded().size() >= WORKSPACES);
    assertThat(Duration.between(died, Instant.now())).isLessThan(Duration.ofSeconds(90));
    assertThat(succeeded()).extracting(run -> run.sync().value()).doesNotHaveDuplicates();
    // It has idled for longer than a schedule that stands still is taken for one that goes on.
    until(() -> Duration.between(begun, Instant.now()).toSeconds() > 45);
    assertThat(ready(living)).as(living.said()).isTrue();
    signal("CONT", suspended.process());
    until(() -> ready(suspended));
    assertThat(places)
        .allSatisfy(place ->
            assertThat(place.intercom().log().count(CallKind.CREATE))
                .isLessThanOrEqualTo(MEMBERS + 2L));
    assertThat(runs())
        .as(living.said())
        .noneMatch(run -> run.status().equals(Optional.of(EndedAs.FAILED)));
    living.process().destroy();
    assertThat(living.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(living.process().exitValue()).as(living.said()).isZero();
  }

  private long writers() {
    return places.stream().filter(place -> place.intercom().log().writes() > 3).count();
  }

  private List<JournaledRun> succeeded() {
    return runs().stream()
        .filter(run -> run.status().equals(Optional.of(EndedAs.SUCCEEDED)))
        .toList();
  }

  private List<JournaledRun> runs() {
    try (var app = new App(environment(), folder, InstantSource.system())) {
      return app.remembered(Selection.USUAL, history -> history.runs(RunFilter.ALL, 100));
    }
  }

  private Map<String, String> environment() {
    return Map.of("DATABASE_URL", roster.url(), "INTERCOM_ACCESS_TOKEN", "sandbox");
  }

  private Served serve(String name) throws IOException {
    var options = List.of("-Drollcall.lease=10", "-Drollcall.clock=" + ahead);
    var output = folder.resolve(name + ".txt");
    var builder =
        new ProcessBuilder(
                PackagedProgram.command(options, "serve", "--listen", "127.0.0.1:0", "--runs", "3"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment());
    builder.environment().put("XDG_STATE_HOME", folder.resolve(name).toString());
    var served = new Served(builder.start(), output);
    services.add(served);
    return served;
  }

  private static boolean ready(Served service) {
    return service.address().filter(ServiceIT::answers).isPresent();
  }

  private static boolean answers(String address) {
    var question =
        HttpRequest.newBuilder(URI.create(address + "/readyz")).timeout(Duration.ofSeconds(2));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(question.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            String.join("\n==\n", services.stream().map(Served::said).toList()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
