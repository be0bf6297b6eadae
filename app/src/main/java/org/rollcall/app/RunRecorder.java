package org.rollcall.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.rollcall.mapping.SyncDefinition;
import org.rollcall.run.Lease;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunEvent;
import org.rollcall.settings.StoreSettings;
import org.rollcall.store.SqlJournal;
import org.rollcall.store.SqlLease;
import org.rollcall.store.SqlRevivals;
import org.rollcall.store.StoreTrouble;

/// What a run leaves behind for those who ask later, and the right to write that it needs.
///
/// A store that fails is a warning and never the end of a run.
final class RunRecorder implements AutoCloseable {
  private final Optional<StoreConnection> store;
  private final Optional<SqlJournal> journal;
  private final Lease lease;
  private final Revivals revivals;
  private final LearnedFacts knowledge;
  private final AtomicReference<String> workspace = new AtomicReference<>("");
  private final Consumer<RunEvent> events;
  private final StoreSettings memory;
  private final InstantSource clock;

  private RunRecorder(
      Optional<StoreConnection> store,
      String command,
      SyncDefinition setup,
      InstantSource clock,
      Consumer<RunEvent> events) {
    this.store = store;
    this.memory = setup.settings().memory();
    this.clock = clock;
    this.events = events;
    var trouble = new OncePerSentence(sentence -> events.accept(new RunEvent.Warned(sentence)));
    this.journal = store.map(each -> new SqlJournal(each, command, setup.digest(), clock, trouble));
    this.lease =
        store
            .<Lease>map(
                each -> new SqlLease(each, LeaseHolder.name(), LeaseHolder::isDead, trouble))
            .orElseGet(Lease::none);
    this.revivals =
        store
            .<Revivals>map(each -> new SqlRevivals(each, workspace::get, trouble))
            .orElseGet(Revivals::none);
    this.knowledge =
        store
            .map(each -> LearnedFacts.of(each, setup, clock, trouble))
            .orElseGet(LearnedFacts::none);
  }

  /// @param folder where a store that is a file is kept; empty to remember nothing
  /// @param command what was asked for
  static RunRecorder of(
      Optional<Path> folder,
      String command,
      SyncDefinition setup,
      InstantSource clock,
      Consumer<RunEvent> events) {
    var store = folder.map(each -> StoreConnection.of(setup.settings().memory(), each));
    return new RunRecorder(store, command, setup, clock, events);
  }

  /// Everybody who hears the run, the journal among them.
  Consumer<RunEvent> events() {
    return event -> {
      if (event instanceof RunEvent.Admitted(var account)) {
        workspace.set(account.workspace());
      }
      journal.ifPresent(each -> each.accept(event));
      events.accept(event);
    };
  }

  Lease lease() {
    return lease;
  }

  Revivals revivals() {
    return revivals;
  }

  LearnedFacts knowledge() {
    return knowledge;
  }

  /// Writes what is not written yet, gives the lease back, and forgets what is old.
  @Override
  public void close() {
    journal.ifPresent(SqlJournal::close);
    lease.close();
    store.ifPresent(this::forget);
    store.ifPresent(StoreConnection::close);
  }

  private void forget(StoreConnection opening) {
    try {
      opening.get().forget(clock.instant().minus(memory.keep()));
    } catch (StoreTrouble _) {
      // The journal has told it already.
    }
  }
}
