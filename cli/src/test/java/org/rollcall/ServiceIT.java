package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.app.App;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SamplePostgres;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;

/// Packaged services that share one PostgreSQL store and 30 workspaces, of which ten share the rate
/// of one token. One service is killed in the middle, one is suspended, and the database is
/// restarted; the others do their work, nobody does any of it twice, and Intercom refuses no call.
@Tag("slow")
class ServiceIT {
  private static final int MEMBERS = 20;
  private static final int WORKSPACES = 30;
  private static final int WITH_ONE_TOKEN = 10;

  /// The settings keep to it, and the stand-in refuses what is beyond.
  private static final Rate RATE = new Rate(150, Duration.ofSeconds(10));

  /// All syncs are due at eight. A first service sees their schedules before; the others come when
  /// it is time, or a little late.
  private static final LocalTime BEFORE = LocalTime.of(7, 0);

  private static final LocalTime AT_LAST = LocalTime.of(7, 59, 55);

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  /// Heartbeats are two seconds apart, four may be missed, and the store is asked for work every
  /// two seconds.
  private static final Duration TAKEOVER = Duration.ofSeconds(12);

  @TempDir private Path folder;
  private final SamplePostgres postgres = SamplePostgres.start();
  private final List<Place> places = new ArrayList<>();
  private final List<Served> services = new ArrayList<>();

  /// A workspace.
  private record Place(World world, SandboxIntercom intercom, SandboxServer server) {
    static Place serve(World world, SandboxIntercom intercom) {
      return new Place(world, intercom, SandboxServer.start(intercom, 0, Duration.ofMillis(50)));
    }

    boolean isWhole() {
      return EmptyIntercom.active(world) == MEMBERS;
    }

    long created() {
      return intercom.log().entries().stream()
          .filter(call -> call.kind() == CallKind.CREATE && call.status() == 200)
          .count();
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

    boolean isReady() {
      return address().filter(ServiceIT::answers).isPresent();
    }

    void signal(String name) throws Exception {
      ServiceIT.signal(name, process.pid());
    }
  }

  @BeforeEach
  void start() throws Exception {
    try (var connection = postgres.connect("postgres")) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    var syncs = new StringBuilder("syncs:\n");
    for (int at = 0; at < WORKSPACES; at++) {
      places.add(place(at));
      syncs.append("  w%d: w%d.yaml%n".formatted(at, at));
      Files.writeString(folder.resolve("w%d.yaml".formatted(at)), sync(places.get(at)));
    }
    Files.writeString(
        folder.resolve("rollcall.yaml"),
        syncs + "store: { url: '%s' }%n".formatted(postgres.url()));
  }

  private Place place(int at) {
    var token = at < WITH_ONE_TOKEN ? "shared" : "token-" + at;
    var world =
        World.withAttributes(
            new SandboxWorkspace("workspace-" + at, "Club " + at, "US", token),
            List.of("member_type", "region", "facility", "positions"));
    return Place.serve(
        world,
        at > 0 && at < WITH_ONE_TOKEN
            ? places.getFirst().intercom().underSameLimit(world)
            : new SandboxIntercom(
                world, Behaviour.DEFAULT, RATE, Faults.none(), InstantSource.system()));
  }

  private String sync(Place place) {
    return "schedule: 0 8 * * *\n"
        + new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("rate: 166/10s", "rate: " + RATE)
            .replace("${INTERCOM_ACCESS_TOKEN}", place.world().workspace().token())
            .replace("api_url: ${INTERCOM_API_URL:-}", "api_url: " + place.server().uri())
            .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n");
  }

  @AfterEach
  void stop() throws Exception {
    for (var service : services) {
      service.process().destroyForcibly().waitFor();
    }
    places.forEach(place -> place.server().close());
    postgres.close();
  }

  @Test
  void one_is_killed_one_suspended_and_the_database_restarted_and_each_sync_runs_once()
      throws Exception {
    var first = serve("first", BEFORE);
    until(() -> first.isReady() && count("execution_time > now() and not picked") == WORKSPACES);
    end(first);
    var killed = serve("killed", AT_LAST);
    var suspended = serve("suspended", AT_LAST);
    var living = serve("living", AT_LAST);
    until(() -> killed.isReady() && suspended.isReady() && living.isReady());

    until(() -> pickedBy(killed).size() >= 2 && writing() >= WORKSPACES / 3);
    killed.process().destroyForcibly().waitFor();
    long died = System.nanoTime();
    var orphans = pickedBy(killed);
    until(() -> pickedBy(killed).isEmpty());
    assertThat(Duration.ofNanos(System.nanoTime() - died)).as("%s", orphans).isLessThan(TAKEOVER);

    suspended.signal("STOP");
    restartDatabase();
    until(() -> places.stream().allMatch(Place::isWhole));
    until(() -> Set.copyOf(succeeded()).size() == WORKSPACES);
    var writes = places.stream().mapToLong(place -> place.intercom().log().writes()).sum();
    suspended.signal("CONT");
    until(suspended::isReady);
    until(() -> pickedBy(suspended).isEmpty());

    var all = succeeded();
    var twice = all.stream().filter(sync -> Collections.frequency(all, sync) > 1).toList();
    assertThat(unwritten()).as("whose end the database did not hear").containsAll(twice);
    assertThat(places)
        .allSatisfy(place -> {
          assertThat(place.created()).isEqualTo(MEMBERS);
          assertThat(place.intercom().log().answered(429)).isZero();
        });
    assertThat(places.stream().mapToLong(place -> place.intercom().log().writes()).sum())
        .as("whoever was suspended wrote nothing more")
        .isEqualTo(writes);
    assertThat(living.isReady()).as(living.said()).isTrue();
    end(living);
  }

  private static void end(Served service) throws InterruptedException {
    service.process().destroy();
    assertThat(service.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(service.process().exitValue()).as(service.said()).isZero();
  }

  /// How many syncs are so in the store.
  private long count(String condition) throws SQLException {
    try (var connection = postgres.connect("postgres");
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from rollcall.scheduled_tasks where " + condition)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// The syncs that a service looks at or runs now, as the store has it.
  private Set<String> pickedBy(Served service) throws SQLException {
    var picked = new TreeSet<String>();
    try (var connection = postgres.connect("postgres");
        var statement =
            connection.prepareStatement(
                "select task_instance from rollcall.scheduled_tasks"
                    + " where picked and picked_by like ?")) {
      statement.setString(1, "%:" + service.process().pid());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          picked.add(rows.getString(1));
        }
      }
    }
    return picked;
  }

  private long writing() {
    return places.stream().filter(place -> place.intercom().log().writes() > 3).count();
  }

  /// The syncs of the runs that have succeeded, each as often as that happened. The history does
  /// not have the end of a run whose journal broke off.
  private List<String> succeeded() {
    return said(Pattern.compile("\\[(w\\d+)] Run \\S+ succeeded"));
  }

  /// The syncs whose end could not be written down while the database was restarted.
  private List<String> unwritten() {
    return said(Pattern.compile("Failed while completing execution .*?id=(w\\d+)"));
  }

  private List<String> said(Pattern pattern) {
    return services.stream()
        .flatMap(service -> pattern.matcher(service.said()).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// Where one of PostgreSQL's processes is killed, it breaks off all others and begins anew.
  private void restartDatabase() throws Exception {
    long backend;
    try (var connection = postgres.connect("postgres");
        var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
      rows.next();
      backend = rows.getLong(1);
      signal("KILL", backend);
    } catch (SQLException broken) {
      // This connection was one of them.
    }
    until(() -> {
      try (var connection = postgres.connect("postgres")) {
        return connection.isValid(1);
      } catch (SQLException notYet) {
        return false;
      }
    });
  }

  private Map<String, String> environment() {
    return Map.of("DATABASE_URL", postgres.url());
  }

  private Served serve(String name, LocalTime time) throws IOException {
    int ahead =
        Math.floorMod(
            time.toSecondOfDay() - LocalTime.now(ZoneOffset.UTC).toSecondOfDay(),
            (int) Duration.ofDays(1).toSeconds());
    var options = List.of("-Drollcall.lease=10", "-Drollcall.clock=" + ahead);
    var output = folder.resolve(name + ".txt");
    var builder =
        new ProcessBuilder(
                PackagedProgram.command(options, "serve", "--listen", "127.0.0.1:0", "--runs", "8"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment());
    builder.environment().put("XDG_STATE_HOME", folder.resolve(name).toString());
    var served = new Served(builder.start(), output);
    services.add(served);
    return served;
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

  private static void signal(String name, long process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process)).start();
    assertThat(kill.waitFor()).isZero();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void until(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            Stream.concat(
                    services.stream().map(Served::said),
                    places.stream().map(place -> place.world().workspace() + " " + place.created()))
                .collect(Collectors.joining("\n==\n")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
