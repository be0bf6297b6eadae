package org.rollcall.store;

import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Workspace;
import org.rollcall.run.LastWorkspace;

/// Keeps the workspace that a sync was last written to in the store.
public final class SqlLastWorkspace implements LastWorkspace {
  private final Forgiving reading;
  private final Forgiving writing;
  private final Key key;

  /// What a workspace is remembered by.
  ///
  /// @param intercom the address of the Intercom: another one is another world
  public record Key(SyncName sync, RosterName roster, String intercom) {}

  /// @param trouble told a sentence when it cannot be kept
  /// @param unreadable told a sentence when it cannot be read; may end the run by
  ///   [org.rollcall.run.RunStopped]
  public SqlLastWorkspace(
      StoreAccess store, Key key, Consumer<String> trouble, Consumer<String> unreadable) {
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
            handle
                .createQuery(
                    "select * from <place>last_workspaces where sync = :sync"
                        + " and roster = :roster and intercom = :intercom")
                .bind("sync", key.sync().value())
                .bind("roster", key.roster().value())
                .bind("intercom", key.intercom())
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
            handle
                .createUpdate(
                    "insert into <place>last_workspaces"
                        + "(sync, roster, intercom, workspace, workspace_name, region)"
                        + " values (:sync, :roster, :intercom, :workspace, :name, :region)"
                        + " on conflict (sync, roster, intercom) do update set"
                        + " workspace = excluded.workspace,"
                        + " workspace_name = excluded.workspace_name, region = excluded.region")
                .bind("sync", key.sync().value())
                .bind("roster", key.roster().value())
                .bind("intercom", key.intercom())
                .bind("workspace", workspace.id())
                .bind("name", workspace.name())
                .bind("region", workspace.region())
                .execute());
  }
}
