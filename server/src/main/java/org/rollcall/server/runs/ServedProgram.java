package org.rollcall.server.runs;

import java.util.List;
import java.util.function.Supplier;
import org.rollcall.app.App;
import org.rollcall.app.Selection;
import org.rollcall.app.ServiceStore;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;
import org.rollcall.settings.ServerSettings;

/// The program as its settings are now. They are read again as a whole or not at all, and what has
/// begun with the earlier ones goes on with them. For many threads.
public final class ServedProgram implements AutoCloseable {
  private final Supplier<App> fresh;
  private final Selection selection;
  private ProgramEdition current;

  /// @param fresh a program that has read no settings yet
  /// @param selection which settings; without a sync
  /// @throws RunStopped with every mistake in them
  public ServedProgram(Supplier<App> fresh, Selection selection) {
    this.fresh = fresh;
    this.selection = selection;
    this.current = read();
  }

  /// The program for a piece of work, which closes what it gets. Until then, the program's store
  /// stays open.
  public synchronized ProgramEdition.Use use() {
    return current.use();
  }

  /// The names of the syncs, in the order of the settings.
  public List<SyncName> syncs() {
    try (var use = use()) {
      return use.syncs();
    }
  }

  /// Reads the settings again.
  ///
  /// @throws RunStopped with every mistake in them; then the earlier ones stay in force
  public void reload() {
    var next = read();
    synchronized (this) {
      if (!next.store().equals(current.store())) {
        next.retire();
        throw new RunStopped(
            RunStopped.Kind.SETTINGS,
            "The settings name another store. The settings as they were stay in force. Restart the service to change its store.");
      }
      current.retire();
      current = next;
    }
  }

  /// The store for this service.
  ///
  /// @throws RunStopped when it cannot be opened, or is a file that another service has
  public synchronized ServiceStore openStore() {
    return current.openStore();
  }

  /// Where the service answers.
  ///
  /// @throws RunStopped with every mistake in what the settings say of it
  public synchronized ServerSettings server() {
    return current.server();
  }

  /// Who started the program.
  public synchronized Starter starter() {
    return current.starter();
  }

  private ProgramEdition read() {
    var edition = new ProgramEdition(fresh.get(), selection);
    try {
      var mistakes = edition.mistakes();
      if (!mistakes.isEmpty()) {
        throw new RunStopped(RunStopped.Kind.SETTINGS, List.copyOf(mistakes));
      }
      return edition;
    } catch (RuntimeException wrong) {
      edition.retire();
      throw wrong;
    }
  }

  @Override
  public synchronized void close() {
    current.retire();
  }
}
