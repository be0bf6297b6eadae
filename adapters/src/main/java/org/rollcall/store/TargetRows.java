package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.rollcall.model.RosterName;
import org.rollcall.model.Target;
import org.rollcall.model.Workspace;

/// The rows of targets and of the workspaces that accesses open.
final class TargetRows {
  private TargetRows() {}

  /// Registers the target, or updates the name of its workspace.
  static void write(Handle handle, Target target) {
    var update =
        handle
            .createUpdate(
                "insert into <place>targets (target, roster, workspace, workspace_name, region)"
                    + " values (:target, :roster, :workspace, :name, :region)"
                    + " on conflict (target) do update set"
                    + " workspace_name = excluded.workspace_name, region = excluded.region")
            .bind("target", target.key())
            .bind("roster", target.roster().value());
    bound(update, target.workspace()).execute();
  }

  /// Remembers what the access opened.
  static void write(Handle handle, String access, Workspace workspace) {
    var update =
        handle
            .createUpdate(
                "insert into <place>accesses (access, workspace, workspace_name, region)"
                    + " values (:access, :workspace, :name, :region)"
                    + " on conflict (access) do update set workspace = excluded.workspace,"
                    + " workspace_name = excluded.workspace_name, region = excluded.region")
            .bind("access", access);
    bound(update, workspace).execute();
  }

  /// The workspace that the access opened last; empty for none.
  static Optional<Workspace> behind(Handle handle, String access) {
    return handle
        .createQuery("select * from <place>accesses where access = :access")
        .bind("access", access)
        .map((row, _) -> workspace(row))
        .findOne();
  }

  /// Whether there is a target of this roster.
  static boolean exist(Handle handle, RosterName roster) {
    return handle
        .createQuery("select exists (select 1 from <place>targets where roster = :roster)")
        .bind("roster", roster.value())
        .mapTo(Boolean.class)
        .one();
  }

  static List<Target> all(Handle handle) {
    return handle.createQuery("select * from <place>targets").map((row, _) -> target(row)).list();
  }

  /// The target in a row's columns `roster`, `workspace`, `workspace_name` and `region`.
  static Target target(ResultSet row) throws SQLException {
    return new Target(new RosterName(row.getString("roster")), workspace(row));
  }

  private static Workspace workspace(ResultSet row) throws SQLException {
    return new Workspace(
        row.getString("workspace"), row.getString("workspace_name"), row.getString("region"));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Workspace workspace) {
    return statement
        .bind("workspace", workspace.id())
        .bind("name", workspace.name())
        .bind("region", workspace.region());
  }
}
