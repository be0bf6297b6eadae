package org.rollcall.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.app.NamedSync;
import org.rollcall.app.Previews;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.app.Runs;
import org.rollcall.model.Rate;
import org.rollcall.plan.Plan;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.sandbox.DemoWorld;
import org.rollcall.sandbox.SampleSettings;
import org.rollcall.settings.SettingsText;

/// The demo: the sample roster's settings over a [DemoWorld]. Its runs are put together like all
/// runs, and nothing of them is kept.
final class SampleDemo implements Demo {
  private final DemoWorld world;
  private final NamedSync sync;
  private final InstantSource clock;

  private SampleDemo(DemoWorld world, NamedSync sync, InstantSource clock) {
    this.world = world;
    this.sync = sync;
    this.clock = clock;
  }

  /// Starts the world and ages its workspace by some years, which takes a few seconds.
  ///
  /// @throws RunStopped when it cannot be started
  static Demo start(DemoOptions options, InstantSource clock) throws InterruptedException {
    var world = world(options, clock);
    try {
      var sync = NamedSync.alone(settings(options.rate()), world.environment());
      world.live(sync.members(clock).wanted());
      return new SampleDemo(world, sync, clock);
    } catch (RuntimeException | InterruptedException failed) {
      world.close();
      throw failed;
    }
  }

  private static DemoWorld world(DemoOptions options, InstantSource clock) {
    try {
      return DemoWorld.start(options.members(), options.rate(), clock);
    } catch (UncheckedIOException failed) {
      throw new RunStopped(RunStopped.Kind.FAILED, String.valueOf(failed.getMessage()), failed);
    } catch (SQLException failed) {
      throw new RunStopped(
          RunStopped.Kind.FAILED, "The sample roster could not be loaded.", failed);
    }
  }

  private static SettingsText settings(Rate rate) {
    return new SettingsText(SampleSettings.NAME, SampleSettings.at(rate));
  }

  @Override
  public RunHandle start() {
    return Runs.passing(clock)
        .start(
            sync,
            new RunRequest.Everybody(
                OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE));
  }

  @Override
  public Plan plan(Consumer<RunEvent> events) throws InterruptedException {
    return Previews.passing(clock).plan(sync, OptionalInt.empty(), events).plan();
  }

  @Override
  public void close() {
    world.close();
  }
}
