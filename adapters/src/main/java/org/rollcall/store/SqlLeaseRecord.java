package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/// A row of the store, for all who share it. PostgreSQL has one clock for all of them; a file of
/// SQLite's has none, so its times are the machine's. No lock of a session is used: behind a pooler
/// it would be another program's. For many threads.
public final class SqlLeaseRecord implements LeaseRecord {
  private static final String LOOK =
      "select held.*, <now> as now from <place>leases as held where workspace = :workspace";
  private static final String TAKE_FIRST =
      "insert into <place>leases (workspace, generation, renewals, holder, run, process, since,"
          + " expires, life, uptime) values (:workspace, 1, 0, :holder, :run, :process, <now>,"
          + " <now> + :life, :life, :uptime) on conflict (workspace) do nothing";
  private static final String TAKE_NEXT =
      "update <place>leases set generation = generation + 1, renewals = 0, holder = :holder,"
          + " run = :run, process = :process, since = <now>, expires = <now> + :life, life = :life,"
          + " uptime = :uptime where workspace = :workspace and generation = :generation"
          + " and renewals = :renewals and run = :before and expires = :expires";
  private static final String RENEW =
      "update <place>leases set expires = <now> + :life, renewals = renewals + 1, uptime = :uptime"
          + " where workspace = :workspace and run = :run and generation = :generation"
          + " and expires >= <now>";
  private static final String RELEASE =
      "update <place>leases set expires = :released"
          + " where workspace = :workspace and run = :run and generation = :generation";

  private static final long UNKNOWN = -1;

  private final StoreAccess store;
  private final LeaseClock clock;

  /// @param store asked each time
  /// @param clock of this machine, for a database that has none of its own
  public SqlLeaseRecord(StoreAccess store, LeaseClock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Sight look(String workspace) {
    return store.ask(
        "The lease of the workspace cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    timed(handle.createQuery(LOOK), opened.dialect())
                        .bind("workspace", workspace)
                        .map((row, _) ->
                            new Sight(
                                Optional.of(row(row)),
                                Instant.ofEpochMilli(row.getLong("now")),
                                opened.dialect().hasClock()))
                        .findOne()
                        .orElseGet(() ->
                            new Sight(
                                Optional.empty(),
                                clock.now().day(),
                                opened.dialect().hasClock()))));
  }

  @Override
  public Optional<Tenure> take(String workspace, Sight seen, Claim claim) {
    int taken =
        store.ask(
            "The lease of the workspace cannot be written",
            opened ->
                opened
                    .jdbi()
                    .withHandle(handle -> {
                      var update =
                          timed(
                                  handle.createUpdate(
                                      seen.row().isEmpty() ? TAKE_FIRST : TAKE_NEXT),
                                  opened.dialect())
                              .bind("workspace", workspace)
                              .bind("holder", claim.holder())
                              .bind("run", claim.run())
                              .bind("process", claim.process())
                              .bind("life", claim.life().toMillis())
                              .bind("uptime", uptime());
                      seen.row()
                          .ifPresent(row ->
                              update
                                  .bind("generation", row.generation())
                                  .bind("renewals", row.renewals())
                                  .bind("before", row.run())
                                  .bind("expires", row.expires().toEpochMilli()));
                      return update.execute();
                    }));
    long generation = seen.row().map(LeaseRow::generation).orElse(0L) + 1;
    return taken == 1
        ? Optional.of(new Tenure(workspace, claim.run(), generation, claim.life()))
        : Optional.empty();
  }

  /// A renewal that hangs must not use up the time in which a second one could be tried.
  @Override
  public boolean renew(Tenure tenure) {
    return within(tenure.life().dividedBy(4))
            .ask(
                "The lease of the workspace cannot be renewed",
                opened ->
                    opened
                        .jdbi()
                        .withHandle(handle ->
                            timed(handle.createUpdate(RENEW), opened.dialect())
                                .bind("workspace", tenure.workspace())
                                .bind("run", tenure.run())
                                .bind("generation", tenure.generation())
                                .bind("life", tenure.life().toMillis())
                                .bind("uptime", uptime())
                                .execute()))
        == 1;
  }

  @Override
  public void release(Tenure tenure) {
    var _ =
        store.ask(
            "The lease of the workspace cannot be given back",
            opened ->
                opened
                    .jdbi()
                    .withHandle(handle ->
                        handle
                            .createUpdate(RELEASE)
                            .bind("workspace", tenure.workspace())
                            .bind("run", tenure.run())
                            .bind("generation", tenure.generation())
                            .bind("released", LeaseRow.RELEASED.toEpochMilli())
                            .execute()));
  }

  private StoreAccess within(Duration most) {
    return new StoreAccess() {
      @Override
      public Store get() {
        return store.get();
      }

      @Override
      public Duration patience() {
        var usual = store.patience();
        return usual.compareTo(most) < 0 ? usual : most;
      }
    };
  }

  private <S extends SqlStatement<S>> S timed(S statement, Dialect dialect) {
    var defined = statement.define("now", dialect.clock());
    return dialect.hasClock() ? defined : defined.bind("now", clock.now().day().toEpochMilli());
  }

  private long uptime() {
    return clock.now().uptime().map(Duration::toMillis).orElse(UNKNOWN);
  }

  private static LeaseRow row(ResultSet row) throws SQLException {
    return new LeaseRow(
        row.getLong("generation"),
        row.getLong("renewals"),
        row.getString("run"),
        row.getString("holder"),
        row.getString("process"),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("expires")),
        Duration.ofMillis(row.getLong("life")),
        Optional.of(row.getLong("uptime"))
            .filter(uptime -> uptime != UNKNOWN)
            .map(Duration::ofMillis));
  }
}
