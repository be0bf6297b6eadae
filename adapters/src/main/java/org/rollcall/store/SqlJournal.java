package org.rollcall.store;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunEvent;

/// Writes down the events of a run: each planned write, its outcome, and how the run ended.
///
/// Its own thread writes it in batches a few times a second. A run waits for it before it does what
/// is not written down yet, and if the run settles members faster than the store writes them. A
/// store that fails or hangs is reported once, and the run goes on without it.
public final class SqlJournal implements Consumer<RunEvent>, AutoCloseable {
  private final Batches batches;
  private final Entries entries;
  private final InstantSource clock;

  /// What is known of a run before it begins.
  ///
  /// @param sync which of the program's syncs runs
  /// @param command what was asked for: `sync`, `undo`
  /// @param settings a digest of the settings
  /// @param starter who started it; empty where that is not known
  public record Heading(
      SyncName sync, String command, String settings, Optional<Starter> starter) {}

  /// @param store asked by the thread that writes, so that nobody waits for it to open
  /// @param trouble told a sentence when the journal can be written no longer
  public SqlJournal(
      StoreAccess store, Heading heading, InstantSource clock, Consumer<String> trouble) {
    this.batches = new Batches(store, trouble);
    this.entries = new Entries(heading);
    this.clock = clock;
  }

  @Override
  public void accept(RunEvent event) {
    entries.of(event, clock.instant()).forEach(batches::add);
    if (event.isAhead()) {
      batches.flush();
    }
  }

  /// Writes the rest.
  @Override
  public void close() {
    batches.close();
  }
}
