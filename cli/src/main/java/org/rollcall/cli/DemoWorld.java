package org.rollcall.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.app.RunLauncher;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.model.Rate;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.LivedInWorkspace;
import org.rollcall.sandbox.SamplePostgres;
import org.rollcall.sandbox.SampleRoster;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.World;
import org.rollcall.settings.SettingsText;

/// A roster and a workspace to show Rollcall in: a real PostgreSQL and a stand-in Intercom, both
/// gone when it is closed.
final class DemoWorld implements Demo {
  private static final String TOKEN = "demo";
  private static final long SEED = 1;

  /// What an answer of the real Intercom takes at best.
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final SamplePostgres postgres;
  private final SandboxServer intercom;
  private final SyncDefinition setup;
  private final InstantSource clock;

  private DemoWorld(
      SamplePostgres postgres, SandboxServer intercom, SyncDefinition setup, InstantSource clock) {
    this.postgres = postgres;
    this.intercom = intercom;
    this.setup = setup;
    this.clock = clock;
  }

  /// Starts both; takes a few seconds.
  static DemoWorld start(DemoOptions options, InstantSource clock) throws InterruptedException {
    var postgres = postgres();
    try {
      load(postgres, options.members());
      var world = World.withAttributes(SandboxWorkspace.sandbox(TOKEN), List.of());
      var rate = options.rate();
      var sandbox = new SandboxIntercom(world, Behaviour.DEFAULT, rate, Faults.none(), clock);
      var intercom = SandboxServer.start(sandbox, 0, LATENCY);
      var demo = new DemoWorld(postgres, intercom, setup(postgres, intercom, rate), clock);
      demo.live(world);
      return demo;
    } catch (RuntimeException | InterruptedException failed) {
      postgres.close();
      throw failed;
    }
  }

  private static SamplePostgres postgres() {
    try {
      return SamplePostgres.start();
    } catch (UncheckedIOException failed) {
      throw new RunStopped(RunStopped.Kind.FAILED, String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public Report sync(Consumer<RunEvent> events, BooleanSupplier stop) {
    var settings = setup.settings();
    var safeguard = Optional.of(new Safeguard(settings.safeguard()));
    return session(events, stop).sync(OptionalInt.empty(), settings.batchSize(), safeguard);
  }

  @Override
  public Plan plan(Consumer<RunEvent> events) throws InterruptedException {
    return session(events, () -> false).plan(OptionalInt.empty());
  }

  @Override
  public void close() {
    intercom.close();
    postgres.close();
  }

  private static void load(SamplePostgres postgres, int members) {
    try (var connection = postgres.connect("postgres")) {
      SampleRoster.of(members).load(connection);
    } catch (SQLException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED, "The sample roster could not be loaded.", failed);
    }
  }

  /// The built-in settings, as a newcomer has them, but for the rate that the demo was given.
  private static SyncDefinition setup(SamplePostgres postgres, SandboxServer intercom, Rate rate) {
    var text = SettingsText.builtIn();
    var paced = text.text().replaceFirst("(?m)^  rate: \\S+", "  rate: " + rate);
    return SyncDefinition.read(
        new SettingsText(text.name(), paced),
        Map.of(
            "DATABASE_URL", postgres.url(),
            "INTERCOM_API_URL", intercom.uri().toString(),
            "INTERCOM_ACCESS_TOKEN", TOKEN));
  }

  /// Lets the workspace live through some years with these members.
  private void live(World world) throws InterruptedException {
    var members = session(_ -> {}, () -> false).reading().read(OptionalInt.empty(), _ -> {});
    LivedInWorkspace.fill(world, members.wanted(), clock.instant(), SEED);
  }

  private RunLauncher session(Consumer<RunEvent> events, BooleanSupplier stop) {
    return new RunLauncher(setup, Optional.empty(), clock, stop, events);
  }
}
