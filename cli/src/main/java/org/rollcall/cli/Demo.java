package org.rollcall.cli;

import java.util.function.Consumer;
import org.rollcall.app.RunHandle;
import org.rollcall.plan.Plan;
import org.rollcall.run.RunEvent;

/// A world to show Rollcall in. Closing it stops whatever it started and leaves nothing behind.
public interface Demo extends AutoCloseable {
  /// Begins a sync of the sample roster with the stand-in Intercom.
  RunHandle start();

  /// A plan of the sample roster against the stand-in Intercom.
  Plan plan(Consumer<RunEvent> events) throws InterruptedException;

  @Override
  void close();

  /// Starts one.
  @FunctionalInterface
  interface Starter {
    /// Takes a few seconds.
    Demo start(DemoOptions options) throws InterruptedException;
  }
}
