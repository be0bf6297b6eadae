package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.app.App;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;

/// Two packaged programs and one workspace: never do both write. Each of them has a lease of ten
/// seconds, and a state folder of its own as on two machines. The tests wait for the end of leases,
/// so two of them run at once.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class FencedRunIT {
  private static final int MEMBERS = 120;
  private static final int AT_ONCE = 16;
  private static final String QUICKLY = "2000/10s";
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private final World world = EmptyIntercom.world();
  private final SandboxIntercom intercom = EmptyIntercom.of(world);

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private SandboxServer server;
  private HangingProxy way;
  private TestPostgres.Database database;

  enum Kept {
    IN_A_FILE,
    IN_POSTGRES
  }

  @BeforeEach
  void start() throws Exception {
    server = SandboxServer.start(intercom, 0, Duration.ofMillis(100));
    way = HangingProxy.to(server.uri().getPort());
    database = TestPostgres.database();
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void stop() throws Exception {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
    way.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_that_was_suspended_writes_nothing_after_another_one_has_come_and_gone(Kept kept)
      throws Exception {
    var suspended = program("suspended", store(kept)).start();
    until(() -> intercom.log().writes() > 20);
    signal("STOP", suspended);
    var next = program("next", store(kept), QUICKLY);
    assertThat(untilAdmitted(next)).isZero();
    assertThat(active()).isEqualTo(MEMBERS);
    long writes = intercom.log().writes();
    var before = world.copy().contacts();
    signal("CONT", suspended);
    assertThat(suspended.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(suspended.exitValue()).isEqualTo(130);
    assertThat(told("suspended"))
        .contains(
            "Meanwhile run " + next.run() + " of ",
            " took it over, at ",
            ", and has ended. The run ends here, so that two do not write at once.");
    assertThat(world.contacts()).as(told("suspended")).usingRecursiveComparison().isEqualTo(before);
    // What was let through in the instant before it was suspended may still be under way.
    assertThat(intercom.log().writes()).isLessThanOrEqualTo(writes + AT_ONCE);
  }

  @Test
  void a_run_that_alone_cannot_reach_the_store_stops_before_another_one_takes_over()
      throws Exception {
    var store = TestPostgres.database();
    try (var proxy = HangingProxy.to(URI.create(store.url()).getPort())) {
      var cut =
          program("cut", store.url().replaceFirst(":\\d+/", ":" + proxy.port() + "/"), "80/10s")
              .start();
      until(() -> intercom.log().writes() > 20);
      proxy.hang();
      var next = program("next", store.url(), QUICKLY);
      assertThat(untilAdmitted(next)).isZero();
      assertThat(cut.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(cut.exitValue()).isEqualTo(130);
      assertThat(told("cut"))
          .contains("Nothing confirmed for 8 seconds", "so that two do not write at once");
      assertThat(active()).isEqualTo(MEMBERS);
      assertThat(world.contacts()).extracting(StoredContact::externalId).doesNotHaveDuplicates();
      // Two that write the same plan at once would both create the same members.
      assertThat(intercom.log().count(CallKind.CREATE)).isEqualTo(MEMBERS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_clock_two_minutes_ahead_takes_no_living_lease(Kept kept) throws Exception {
    var living = program("living", store(kept)).start();
    until(() -> intercom.log().writes() > 20);
    way.hold();
    var ahead = program("ahead", store(kept)).with("-Drollcall.clock=120");
    assertThat(ahead.start().waitFor()).isEqualTo(1);
    assertThat(ahead.said()).contains("Another run is writing to this workspace");
    way.resume();
    assertThat(living.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(living.exitValue()).isZero();
  }

  /// Other namespaces are like another machine: neither the process nor its clock can be judged.
  @ParameterizedTest
  @EnumSource
  void a_machine_with_a_clock_two_days_ahead_blocks_nobody_for_longer_than_a_life(Kept kept)
      throws Exception {
    var elsewhere = List.of("unshare", "--time", "--boottime", "1000", "--fork", "--kill-child");
    assumeCan(elsewhere);
    var ahead =
        program("ahead", store(kept)).with("-Drollcall.clock=172800").within(elsewhere).start();
    until(() -> intercom.log().writes() > 20);
    ahead.destroyForcibly().waitFor();
    var next = program("next", store(kept), QUICKLY);
    long began = System.nanoTime();
    assertThat(untilAdmitted(next)).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    assertThat(active()).isEqualTo(MEMBERS);
    if (kept == Kept.IN_A_FILE) {
      assertThat(told("next"))
          .contains("which is later than the clock here allows", "watches it for 10 seconds");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_living_run_of_another_machine_is_seen_although_its_clock_is_behind(Kept kept)
      throws Exception {
    var elsewhere = List.of("unshare", "--time", "--boottime", "1000", "--fork", "--kill-child");
    assumeCan(elsewhere);
    var behind =
        program("behind", store(kept)).with("-Drollcall.clock=-120").within(elsewhere).start();
    until(() -> intercom.log().writes() > 20);
    way.hold();
    var next = program("next", store(kept), QUICKLY);
    assertThat(next.start().waitFor()).isEqualTo(1);
    assertThat(next.said()).contains("Another run is writing to this workspace");
    way.resume();
    assertThat(behind.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(behind.exitValue()).isZero();
  }

  @Test
  void a_living_run_of_another_user_is_not_taken_for_dead_where_processes_are_hidden()
      throws Exception {
    var hidden = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c"));
    hidden.add("mount -t proc -o hidepid=2 proc /proc && exec \"$@\"");
    hidden.add("sh");
    hidden.addAll(NOBODY);
    assumeCan(hidden);
    assumeCan(
        concat(
            NOBODY,
            List.of(
                "test", "-r", PackagedProgram.JAR.toString(), "-a", "-x", PackagedProgram.JAVA)));
    var living = program("living", store(Kept.IN_POSTGRES)).start();
    until(() -> intercom.log().writes() > 20);
    way.hold();
    var others = program("others", store(Kept.IN_POSTGRES), QUICKLY).within(hidden);
    assertThat(others.start().waitFor()).isEqualTo(1);
    assertThat(others.said())
        .contains("Another run is writing to this workspace", "process " + living.pid());
    assertThat(living.isAlive()).isTrue();
    living.destroyForcibly().waitFor();
    way.resume();
    assertThat(untilAdmitted(others)).isZero();
    assertThat(active()).isEqualTo(MEMBERS);
  }

  private void assumeCan(List<String> prefix) throws Exception {
    var command = prefix.contains("test") ? prefix : concat(prefix, List.of("true"));
    Process tried;
    try {
      tried = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      assumeTrue(false, "this machine lacks " + prefix.getFirst());
      return;
    }
    assumeTrue(tried.waitFor() == 0, () -> "this user may not: " + String.join(" ", command));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    var both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /// Starts it until no other run has the lease any more.
  private static int untilAdmitted(Program program) throws Exception {
    for (int tries = 0; tries < 30; tries++) {
      var code = program.start().waitFor();
      if (code != 1) {
        return code;
      }
      // Its start would keep both cores busy.
      TimeUnit.SECONDS.sleep(1);
    }
    return 1;
  }

  private String store(Kept kept) {
    return switch (kept) {
      case IN_A_FILE -> "";
      case IN_POSTGRES -> database.url();
    };
  }

  private Program program(String name, String store) throws Exception {
    return program(name, store, "250/10s");
  }

  private Program program(String name, String store, String rate) throws Exception {
    var state = Files.createDirectory(folder.resolve(name));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
    var settings = folder.resolve(name + ".yaml");
    Files.writeString(
        settings,
        (store.isEmpty() ? "" : "store: { url: '%s' }%n".formatted(store))
            + new App(Map.of(), folder, InstantSource.system())
                .settingsTemplate()
                .replace("rate: 166/10s", "rate: " + rate)
                .replaceFirst("(?s)\\nstore:\\n.*?\\n\\n\\n", "\\n"));
    return new Program(name, List.of(), List.of());
  }

  /// A program as somebody starts it.
  private final class Program {
    private final String name;
    private final List<String> properties;
    private final List<String> prefix;

    Program(String name, List<String> properties, List<String> prefix) {
      this.name = name;
      this.properties = properties;
      this.prefix = prefix;
    }

    Program with(String property) {
      return new Program(name, List.of(property), prefix);
    }

    Program within(List<String> wrapper) {
      return new Program(name, properties, wrapper);
    }

    Process start() throws IOException {
      var options = concat(List.of("-Drollcall.lease=10"), properties);
      var settings = folder.resolve(name + ".yaml").toString();
      var command = concat(prefix, PackagedProgram.command(options, "sync", "--config", settings));
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("DATABASE_URL", database.url());
      builder.environment().put("INTERCOM_API_URL", "http://127.0.0.1:" + way.port());
      builder.environment().put("INTERCOM_ACCESS_TOKEN", "sandbox");
      builder.environment().put("XDG_STATE_HOME", folder.resolve(name).toString());
      var process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".txt").toFile())
              .start();
      started.add(process);
      return process;
    }

    String said() throws IOException {
      return told(name);
    }

    /// The id of the run that it started last.
    String run() throws IOException {
      var found = Pattern.compile("\\d{8}T\\d{6}Z-\\w+").matcher(said());
      assertThat(found.find()).as(said()).isTrue();
      return found.group();
    }
  }

  private String told(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".txt"));
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
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
