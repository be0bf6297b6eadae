package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Pause;
import org.rollcall.run.KnownPause;

/// Keeps the pause of a sync in the store. A store that cannot be read is told; one that cannot be
/// written ends the command.
public final class SqlKnownPause implements KnownPause {
  private final StoreAccess store;
  private final Forgiving reading;
  private final SyncKey key;

  /// @param unreadable told a sentence when it cannot be read; may end the run by
  ///   [org.rollcall.run.RunStopped]
  public SqlKnownPause(StoreAccess store, SyncKey key, Consumer<String> unreadable) {
    this.store = store;
    this.reading = new Forgiving(store, unreadable);
    this.key = key;
  }

  @Override
  public Optional<Pause> get() {
    return reading.askAloud(
        "Whether the sync is paused cannot be told",
        Optional.empty(),
        handle ->
            key.bound(handle.createQuery("select * from <place>pauses where " + SyncKey.ROW))
                .map((row, _) -> pause(row))
                .findOne());
  }

  @Override
  public void set(Pause pause) {
    write(
        "insert into <place>pauses(sync, roster, intercom, since, until, who, why)"
            + " values (:sync, :roster, :intercom, :since, :until, :who, :why)"
            + " on conflict (sync, roster, intercom) do update set since = excluded.since,"
            + " until = excluded.until, who = excluded.who, why = excluded.why",
        pause);
  }

  private void write(String statement, Pause pause) {
    var _ =
        store.ask(
            "The sync cannot be paused",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        key.bound(handle.createUpdate(statement))
                            .bind("since", pause.since().toEpochMilli())
                            .bind("until", pause.until().map(Instant::toEpochMilli).orElse(null))
                            .bind("who", pause.who())
                            .bind("why", pause.why())
                            .execute()));
  }

  @Override
  public void end() {
    var _ =
        store.ask(
            "The pause cannot be ended",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        key.bound(
                                handle.createUpdate(
                                    "delete from <place>pauses where " + SyncKey.ROW))
                            .execute()));
  }

  private static Pause pause(ResultSet row) throws SQLException {
    return new Pause(
        Instant.ofEpochMilli(row.getLong("since")),
        until(row),
        row.getString("who"),
        row.getString("why"));
  }

  private static Optional<Instant> until(ResultSet row) throws SQLException {
    long until = row.getLong("until");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
  }
}
