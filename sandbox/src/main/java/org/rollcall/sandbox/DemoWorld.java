package org.rollcall.sandbox;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Rate;
import org.rollcall.model.Wanted;

/// A roster and a workspace for the demo: a real PostgreSQL and a stand-in for Intercom. Closing it
/// removes both.
public final class DemoWorld implements AutoCloseable {
  private static final String TOKEN = "demo";
  private static final long SEED = 1;

  /// The shortest time that the real Intercom takes for an answer.
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final SamplePostgres postgres;
  private final World workspace;
  private final SandboxServer intercom;
  private final InstantSource clock;

  private DemoWorld(
      SamplePostgres postgres, World workspace, SandboxServer intercom, InstantSource clock) {
    this.postgres = postgres;
    this.workspace = workspace;
    this.intercom = intercom;
    this.clock = clock;
  }

  /// Starts both, which takes a few seconds.
  ///
  /// @param members the number of eligible members in the roster
  /// @param rate the rate limit of the stand-in for Intercom
  /// @throws java.io.UncheckedIOException when PostgreSQL cannot be started
  /// @throws SQLException when the sample roster cannot be loaded
  public static DemoWorld start(int members, Rate rate, InstantSource clock) throws SQLException {
    var postgres = SamplePostgres.start();
    try {
      load(postgres, members);
      var workspace = World.withAttributes(SandboxWorkspace.sandbox(TOKEN), List.of());
      var sandbox = new SandboxIntercom(workspace, Behaviour.DEFAULT, rate, Faults.none(), clock);
      return new DemoWorld(postgres, workspace, SandboxServer.start(sandbox, 0, LATENCY), clock);
    } catch (RuntimeException | SQLException failed) {
      postgres.close();
      throw failed;
    }
  }

  private static void load(SamplePostgres postgres, int members) throws SQLException {
    try (var connection = postgres.connect("postgres")) {
      SampleRoster.of(members).load(connection);
    }
  }

  /// The environment variables with which a program uses this world.
  public Map<String, String> environment() {
    return Map.of(
        "DATABASE_URL", postgres.url(),
        "INTERCOM_API_URL", intercom.uri().toString(),
        "INTERCOM_ACCESS_TOKEN", TOKEN);
  }

  /// Fills the workspace as years of use with these members would leave it.
  public void live(List<Wanted> members) {
    LivedInWorkspace.fill(workspace, members, clock.instant(), SEED);
  }

  @Override
  public void close() {
    intercom.close();
    postgres.close();
  }
}
