package org.rollcall.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// A row of the store, for all who share it. Time is the database's own. No lock of a session is
/// used: behind a pooler it would be another program's. For many threads.
public final class SqlLeaseRecord implements LeaseRecord {
  private static final String TAKE =
      "insert into <place>leases as held (workspace, holder, run, since, expires)"
          + " values (:workspace, :holder, :run, <now>, <now> + :life)"
          + " on conflict (workspace) do update set"
          + " holder = :holder, run = :run, since = <now>, expires = <now> + :life"
          + " where held.expires < <now> or held.run = :run";
  private static final String RENEW =
      "update <place>leases set expires = <now> + :life where workspace = :workspace and run = :run";
  private static final String RELEASE =
      "delete from <place>leases where workspace = :workspace and run = :run";

  private final StoreAccess store;

  /// @param store asked each time
  public SqlLeaseRecord(StoreAccess store) {
    this.store = store;
  }

  @Override
  public Optional<Holder> take(String workspace, String run, String name, Duration life) {
    return store.ask(
        "The lease of the workspace cannot be written",
        opened ->
            opened
                .jdbi()
                .inTransaction(handle -> {
                  int taken =
                      update(handle, TAKE, opened.dialect())
                          .bind("workspace", workspace)
                          .bind("holder", name)
                          .bind("run", run)
                          .bind("life", life.toMillis())
                          .execute();
                  return taken == 1 ? Optional.empty() : holder(handle, workspace);
                }));
  }

  @Override
  public boolean renew(String workspace, String run, Duration life) {
    return store.ask(
            "The lease of the workspace cannot be renewed",
            opened ->
                opened
                    .jdbi()
                    .withHandle(handle ->
                        update(handle, RENEW, opened.dialect())
                            .bind("workspace", workspace)
                            .bind("run", run)
                            .bind("life", life.toMillis())
                            .execute()))
        == 1;
  }

  @Override
  public void release(String workspace, String run) {
    var _ =
        store.ask(
            "The lease of the workspace cannot be given back",
            opened ->
                opened
                    .jdbi()
                    .withHandle(handle ->
                        handle
                            .createUpdate(RELEASE)
                            .bind("workspace", workspace)
                            .bind("run", run)
                            .execute()));
  }

  private static Update update(Handle handle, String statement, Dialect dialect) {
    return handle.createUpdate(statement).define("now", dialect.clock());
  }

  /// The holder may have given the lease back just now.
  private static Optional<Holder> holder(Handle handle, String workspace) {
    return handle
        .createQuery("select * from <place>leases where workspace = :workspace")
        .bind("workspace", workspace)
        .map((row, _) ->
            new Holder(
                row.getString("run"),
                row.getString("holder"),
                Instant.ofEpochMilli(row.getLong("since"))))
        .findOne()
        .or(() -> Optional.of(new Holder("A run", "a holder that has just ended", Instant.EPOCH)));
  }
}
