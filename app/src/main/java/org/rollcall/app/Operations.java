package org.rollcall.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Plan;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the commands ask of the program; the composition root answers.
///
/// Any of these may throw [RunStopped], whose message is the sentence that the person reads and
/// whose kind is the exit code. `events` hears what happens while it happens, from one thread at a
/// time. `stop` turns true once the person wants the run to end: whoever sees it finishes what is
/// in flight and returns a report that says [Report.Status#INTERRUPTED].
public interface Operations extends Announcing, Examining, Recollection, Scrutiny {
  /// The nightly job: reads, plans, checks, applies.
  Report sync(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException;

  /// Reads the roster and prepares every contact. Makes no call to Intercom.
  Report simulate(SyncOptions options, Consumer<RunEvent> events, BooleanSupplier stop)
      throws InterruptedException;

  /// Reads the roster and Intercom, and says what a sync would change. Never writes.
  Plan plan(PlanOptions options, Consumer<RunEvent> events) throws InterruptedException;

  /// What the settings say of showing people's data; empty where they say nothing, or are wrong,
  /// which the command itself will tell.
  Optional<Privacy> privacy(Optional<Path> config);

  /// The built-in settings as a file to edit.
  String settingsTemplate();
}
