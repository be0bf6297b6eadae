package org.rollcall.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.app.App;
import org.rollcall.bench.Machine;
import org.rollcall.bench.Watched;
import org.rollcall.model.Rate;
import tools.jackson.databind.json.JsonMapper;

/// Many workspaces that are due at once, on one, two and three processes: what `bench/fleet` runs.
final class FleetBench implements AutoCloseable {
  private static final Rate RATE = new Rate(166, Duration.ofSeconds(10));
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final Duration IDLE = Duration.ofSeconds(30);

  /// How long before the syncs are due the clocks of the services begin.
  private static final int LEAD_SECONDS = 30;

  private final Path folder;
  private final int workspaces;
  private final FleetStore store = new FleetStore();
  private final FleetWorld world;

  private FleetBench(Path folder, int workspaces, int changing, int members)
      throws IOException, SQLException {
    this.folder = folder;
    this.workspaces = workspaces;
    this.world = new FleetWorld(workspaces, changing, members, LATENCY, RATE);
  }

  /// What the processes of one measuring used while the runs went on.
  ///
  /// @param wall seconds from when all were due to the end of the last
  /// @param processor seconds of all services together
  /// @param database seconds of the database's processes
  /// @param world seconds of the stand-ins
  /// @param peak the most memory of one service
  /// @param statements in the store
  /// @param statementSeconds the time that they took
  /// @param refusals of calls because of a rate
  record Night(
      int processes,
      int runs,
      double wall,
      double processor,
      double database,
      double world,
      long peak,
      long statements,
      double statementSeconds,
      long walBytes,
      long refusals) {}

  /// What one service uses while nothing is due.
  ///
  /// @param syncs how many it has
  /// @param ready seconds from its start
  /// @param looked seconds until each schedule was looked at
  /// @param statements a second
  /// @param processor seconds an hour
  record Idle(
      int syncs, double ready, double looked, double statements, double processor, long resident) {}

  /// What it takes to check the settings of so many syncs.
  record Checked(int syncs, double wall, double processor, long memory) {}

  record Results(
      String began,
      String command,
      double minutes,
      Machine machine,
      int workspaces,
      int changing,
      int members,
      String rate,
      long latency,
      List<Night> nights,
      List<Idle> idle,
      Checked checked) {}

  /// @param arguments how many workspaces, how many of them change, and how many members each has
  public static void main(String[] arguments) throws Exception {
    int workspaces = Integer.parseInt(arguments[0]);
    int changing = Integer.parseInt(arguments[1]);
    int members = Integer.parseInt(arguments[2]);
    var began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "fleet-")
            .toAbsolutePath();
    try (var bench = new FleetBench(folder, workspaces, changing, members)) {
      bench.write(workspaces);
      bench.settle(changing);
      var nights = new ArrayList<Night>();
      for (var each : List.of(List.of(1, 4), List.of(2, 4), List.of(3, 4), List.of(1, 12))) {
        nights.add(bench.night(each.getFirst(), each.getLast()));
        System.out.println(nights.getLast());
      }
      var idle = new ArrayList<Idle>();
      for (int syncs : List.of(workspaces, 1_000)) {
        idle.add(bench.idle(syncs));
        System.out.println(idle.getLast());
      }
      var minutes = Duration.between(began, Instant.now()).toSeconds() / 60.0;
      var results =
          new Results(
              began.toString(),
              "bench/fleet " + String.join(" ", arguments),
              minutes,
              Machine.here(),
              workspaces,
              changing,
              members,
              RATE.toString(),
              LATENCY.toMillis(),
              nights,
              idle,
              bench.checked(300));
      var file = Path.of("bench/results/fleet.json");
      Files.writeString(
          file,
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
      System.out.printf("Written to %s.%n", file);
    }
  }

  private void write(int syncs) throws IOException {
    var lines = new StringBuilder("syncs:\n");
    for (int at = 0; at < syncs; at++) {
      lines.append("  w%d: w%d.yaml%n".formatted(at, at));
      Files.writeString(folder.resolve("w%d.yaml".formatted(at)), sync(at % workspaces, at));
    }
    Files.writeString(folder.resolve("rollcall.yaml"), lines + "store: { url: '${STORE_URL}' }\n");
  }

  private String sync(int workspace, int token) {
    return "schedule: 0 8 * * *\n"
        + "source: { supabase: { url: '%s', key: bench } }\n".formatted(world.roster(workspace))
        + new App(Map.of(), folder, InstantSource.system())
            .settingsTemplate()
            .replace("${INTERCOM_ACCESS_TOKEN}", "token-" + token)
            .replace("api_url: ${INTERCOM_API_URL:-}", "api_url: " + world.intercom(workspace))
            .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n");
  }

  private static Map<String, String> environment(String url) {
    return Map.of("STORE_URL", url);
  }

  /// Corrects what the workspaces have had for years, which is not measured.
  private void settle(int changing) throws Exception {
    store.create("settling");
    for (int each = 0; each <= Math.min(changing, workspaces - 1); each++) {
      var home = Path.of(System.getProperty("rollcall.home", ".")).toAbsolutePath();
      var log = folder.resolve("settle-%d.log".formatted(each));
      var command =
          new ProcessBuilder(
                  home.resolve("rollcall").toString(), "sync", "--force", "--sync", "w" + each)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      command.environment().putAll(environment(store.url("settling")));
      int code = command.start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(Files.readString(log));
      }
    }
    world.settle();
  }

  private Night night(int processes, int runs) throws Exception {
    var database = "night_%d_%d".formatted(processes, runs);
    store.create(database);
    world.nextNight();
    long ahead = ahead(LocalTime.of(8, 0).minusSeconds(LEAD_SECONDS));
    var due = Instant.now().plusSeconds(LEAD_SECONDS);
    var services = new ArrayList<FleetProcess>();
    try {
      for (int each = 0; each < processes; each++) {
        services.add(
            FleetProcess.start(
                folder, database + "-" + each, runs, ahead, environment(store.url(database))));
      }
      for (var service : services) {
        until(services, service::isReady);
      }
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
      store.countAnew(database);
      var before = processor(services);
      double databaseBefore = store.processor();
      double worldBefore = FleetProcess.processorWithEnded(ProcessHandle.current().pid());
      long refusalsBefore = world.refusals();
      until(
          services,
          () ->
              store.number(
                      database, "select count(*) from rollcall.runs where status = 'succeeded'")
                  >= workspaces);
      var wall = Duration.between(due, Instant.now()).toMillis() / 1_000.0;
      var counted = store.counted(database);
      return new Night(
          processes,
          runs,
          wall,
          processor(services) - before,
          store.processor() - databaseBefore,
          FleetProcess.processorWithEnded(ProcessHandle.current().pid()) - worldBefore,
          peak(services),
          counted.statements(),
          counted.seconds(),
          counted.walBytes(),
          world.refusals() - refusalsBefore);
    } finally {
      FleetProcess.closeAll(services);
    }
  }

  private static double processor(List<FleetProcess> services) throws IOException {
    double all = 0;
    for (var service : services) {
      all += service.processor();
    }
    return all;
  }

  private static long peak(List<FleetProcess> services) throws IOException {
    long most = 0;
    for (var service : services) {
      most = Math.max(most, service.memory("VmHWM"));
    }
    return most;
  }

  private Checked checked(int syncs) throws IOException, InterruptedException {
    write(syncs);
    var home = Path.of(System.getProperty("rollcall.home", ".")).toAbsolutePath();
    var command =
        new ProcessBuilder(home.resolve("rollcall").toString(), "validate")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("validate.log").toFile());
    command.environment().putAll(environment(store.url("settling")));
    var watched = Watched.run(command);
    return new Checked(
        syncs,
        watched.wall().toMillis() / 1_000.0,
        watched.processor().toMillis() / 1_000.0,
        watched.peak());
  }

  /// One service with so many syncs, of which none is due.
  private Idle idle(int syncs) throws Exception {
    var database = "idle_" + syncs;
    store.create(database);
    write(syncs);
    var services = new ArrayList<FleetProcess>();
    long began = System.nanoTime();
    try {
      services.add(
          FleetProcess.start(
              folder, database, 4, ahead(LocalTime.of(9, 0)), environment(store.url(database))));
      until(services, services.getFirst()::isReady);
      double ready = seconds(began);
      until(
          services,
          () ->
              store.number(
                      database,
                      "select count(*) from rollcall.scheduled_tasks"
                          + " where not picked and execution_time > now() + interval '6 hours'")
                  >= syncs);
      double looked = seconds(began);
      store.countAnew(database);
      double before = processor(services);
      Thread.sleep(IDLE);
      return new Idle(
          syncs,
          ready,
          looked,
          store.counted(database).statements() / (double) IDLE.toSeconds(),
          (processor(services) - before) * 3_600 / IDLE.toSeconds(),
          services.getFirst().memory("VmRSS"));
    } finally {
      FleetProcess.closeAll(services);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /// By how many seconds a clock that says `time` is ahead.
  private static long ahead(LocalTime time) {
    return Math.floorMod(
        time.toSecondOfDay() - LocalTime.now(ZoneOffset.UTC).toSecondOfDay(),
        (int) Duration.ofDays(1).toSeconds());
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(List<FleetProcess> services, Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(20).toNanos();
    while (!condition.holds()) {
      for (var service : services) {
        if (!service.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException(service.said());
        }
      }
      Thread.sleep(250);
    }
  }

  @Override
  public void close() throws IOException {
    world.close();
    store.close();
  }
}
