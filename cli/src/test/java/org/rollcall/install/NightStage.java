package org.rollcall.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.EmptyIntercom;
import org.rollcall.ShellRun;
import org.rollcall.bench.Watched;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.World;
import org.rollcall.support.TestPostgres;

/// A roster in a real PostgreSQL and a stand-in Intercom, on this machine, for programs that are
/// installed in some other root.
final class NightStage implements AutoCloseable {
  static final int MEMBERS = 60;
  private static final long MOST_MEMORY = 512L << 20;

  private final World world = EmptyIntercom.world();
  private final SandboxServer server;
  private final TestPostgres.Database database = TestPostgres.database();
  private final Path folder;

  NightStage(Path folder) throws IOException, SQLException {
    this.folder = folder;
    this.server = SandboxServer.start(EmptyIntercom.of(world), 0, Duration.ZERO);
    try (var connection = database.connect()) {
      SampleRoster.of(MEMBERS).load(connection);
    }
  }

  /// All variables that a program gets.
  Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    variables.put("DATABASE_URL", database.url());
    variables.put("INTERCOM_API_URL", server.uri().toString());
    variables.put("INTERCOM_ACCESS_TOKEN", "sandbox");
    variables.put("ROLLCALL_STATE", "/var/lib/rollcall");
    return variables;
  }

  /// A folder for the state that this user alone owns.
  Path stateOf(int user) throws IOException, InterruptedException {
    var state = Files.createDirectory(folder.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
    ShellRun.here(folder, List.of("chown", user + ":" + user, state.toString())).succeeded();
    return state;
  }

  /// Plays a night in which all are new, then one in which nothing changed, with half a gigabyte
  /// for each, and says what they took.
  ///
  /// @param what the program is installed as
  void playTwice(
      String what,
      MinimalDebian debian,
      String user,
      Path state,
      Map<String, String> environment,
      List<String> sync)
      throws IOException, InterruptedException {
    try (var limit = MemoryLimit.of(MOST_MEMORY)) {
      var first = night(debian.contained(user, state, limit.group(), environment, sync));
      assertThat(active()).isEqualTo(MEMBERS);
      var second = night(debian.contained(user, state, limit.group(), environment, sync));
      assertThat(said()).contains("Unchanged: " + MEMBERS);
      IO.println(
          "%s: %d members new in %.1f s, peak %d MB; unchanged in %.1f s, peak %d MB; %s"
              .formatted(
                  what,
                  MEMBERS,
                  first.wall().toMillis() / 1000.0,
                  first.peak() >> 20,
                  second.wall().toMillis() / 1000.0,
                  second.peak() >> 20,
                  limit));
    }
  }

  private Watched night(ProcessBuilder command) throws IOException, InterruptedException {
    var watched = Watched.run(command.redirectOutput(folder.resolve("said.txt").toFile()));
    assertThat(watched.code()).as(said()).isZero();
    assertThat(watched.peak()).isLessThan(MOST_MEMORY);
    return watched;
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  int active() {
    return EmptyIntercom.active(world);
  }

  @Override
  public void close() {
    server.close();
  }
}
