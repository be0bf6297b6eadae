package org.rollcall.server.runs;

import java.util.List;
import org.rollcall.app.App;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.app.ServiceStore;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.settings.ServerSettings;

/// The program with the settings of one moment. It is closed when it is retired and nobody uses it
/// any more. For many threads.
public final class ProgramEdition {
  private final App app;
  private final Selection selection;
  private int users;
  private boolean retired;

  ProgramEdition(App app, Selection selection) {
    this.app = app;
    this.selection = selection;
  }

  /// What is wrong with the settings, a line each.
  List<String> mistakes() {
    return app.validate(selection).mistakes();
  }

  /// The place of the store, without any secret.
  String store() {
    return app.storePlace(selection);
  }

  ServiceStore openStore() {
    return app.serviceStore(selection);
  }

  ServerSettings server() {
    return app.serverSettings(selection);
  }

  Starter starter() {
    return app.starter();
  }

  synchronized Use use() {
    users++;
    return new Use();
  }

  /// Nobody begins to use it after that.
  synchronized void retire() {
    retired = true;
    closeIfUnused();
  }

  private synchronized void end() {
    users--;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (retired && users == 0) {
      app.close();
    }
  }

  /// One piece of work with the program.
  public final class Use implements AutoCloseable {
    private boolean over;

    private Use() {}

    /// What can be asked.
    public Operations operations() {
      return app;
    }

    /// The settings; without a sync.
    public Selection selection() {
      return selection;
    }

    /// The names of the syncs, in the order of the settings.
    public List<SyncName> syncs() {
      return app.syncs(selection);
    }

    @Override
    public synchronized void close() {
      if (!over) {
        over = true;
        end();
      }
    }
  }
}
