package org.rollcall.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Workspace;
import org.rollcall.run.LastWorkspace;

/// Keeps the workspace that a sync was last written to in the store.
public final class SqlLastWorkspace implements LastWorkspace {
  private final Forgiving reading;
  private final Forgiving writing;
  private final SyncKey key;

  /// @param trouble told a sentence when it cannot be kept
  /// @param unreadable told a sentence when it cannot be read; may end the run by
  ///   [org.rollcall.run.RunStopped]
  public SqlLastWorkspace(
      StoreAccess store, SyncKey key, Consumer<String> trouble, Consumer<String> unreadable) {
    this.reading = new Forgiving(store, unreadable);
    this.writing = new Forgiving(store, trouble);
    this.key = key;
  }

  @Override
  public Optional<Workspace> get() {
    return reading.askAloud(
        "Which workspace the last run wrote to cannot be told",
        Optional.empty(),
        handle ->
            key.bound(
                    handle.createQuery("select * from <place>last_workspaces where " + SyncKey.ROW))
                .map((row, _) ->
                    new Workspace(
                        row.getString("workspace"),
                        row.getString("workspace_name"),
                        row.getString("region")))
                .findOne());
  }

  @Override
  public void remember(Workspace workspace) {
    writing.ask(
        "The workspace cannot be remembered, so the next run cannot tell whether it is another",
        0,
        handle ->
            key.bound(
                    handle.createUpdate(
                        "insert into <place>last_workspaces"
                            + "(sync, roster, intercom, workspace, workspace_name, region)"
                            + " values (:sync, :roster, :intercom, :workspace, :name, :region)"
                            + " on conflict (sync, roster, intercom) do update set"
                            + " workspace = excluded.workspace,"
                            + " workspace_name = excluded.workspace_name, region = excluded.region"))
                .bind("workspace", workspace.id())
                .bind("name", workspace.name())
                .bind("region", workspace.region())
                .execute());
  }
}
