package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.SyncName;

/// Plans that somebody asked for and did not wait for, so that any process can tell what became of
/// them. For many threads and processes. Each method throws [StoreTrouble] when the store fails.
public final class SqlPlanRequests {
  /// A plan that was not made after so long is not made any more: its process has died.
  private static final Duration LONGEST = Duration.ofHours(2);

  private static final String UNUSABLE = "The request for a plan cannot be kept";

  private final StoreAccess store;
  private final InstantSource clock;

  public SqlPlanRequests(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A request.
  ///
  /// @param who asked
  public record Asked(String id, SyncName sync, String who, Instant asked, Became became) {}

  /// What became of it.
  public sealed interface Became {}

  /// It is being made.
  public record Making() implements Became {}

  /// It is made.
  public record Made(String digest) implements Became {}

  /// It could not be made.
  ///
  /// @param status as an answer over HTTP would have it
  /// @param reason in sentences
  public record Failed(int status, String reason) implements Became {}

  /// Keeps a request whose plan is being made.
  public void begin(String id, SyncName sync, String who) {
    var now = clock.instant();
    var _ =
        store.ask(
            UNUSABLE,
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle -> {
                      handle
                          .createUpdate("delete from <place>plan_requests where asked < :old")
                          .bind("old", now.minus(SqlPlans.LIFE).toEpochMilli())
                          .execute();
                      return handle
                          .createUpdate(
                              "insert into <place>plan_requests(id, sync, who, asked)"
                                  + " values (:id, :sync, :who, :asked)")
                          .bind("id", id)
                          .bind("sync", sync.value())
                          .bind("who", who)
                          .bind("asked", now.toEpochMilli())
                          .execute();
                    }));
  }

  /// The plan is made.
  public void made(String id, String digest) {
    end(id, digest, null, null);
  }

  /// It could not be made.
  public void failed(String id, Failed failed) {
    end(id, null, (long) failed.status(), failed.reason());
  }

  private void end(
      String id, @Nullable String digest, @Nullable Long status, @Nullable String reason) {
    var _ =
        store.ask(
            UNUSABLE,
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        handle
                            .createUpdate(
                                "update <place>plan_requests set digest = :digest,"
                                    + " status = :status, reason = :reason where id = :id")
                            .bind("digest", digest)
                            .bind("status", status)
                            .bind("reason", reason)
                            .bind("id", id)
                            .execute()));
  }

  /// A request by its id; empty where there is none, or none any more.
  public Optional<Asked> find(String id) {
    return store.ask(
        "The request for a plan cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery("select * from <place>plan_requests where id = :id")
                        .bind("id", id)
                        .map((row, _) -> asked(row))
                        .findOne()));
  }

  private Asked asked(ResultSet row) throws SQLException {
    var asked = Instant.ofEpochMilli(row.getLong("asked"));
    return new Asked(
        row.getString("id"),
        new SyncName(row.getString("sync")),
        row.getString("who"),
        asked,
        became(row, asked));
  }

  private Became became(ResultSet row, Instant asked) throws SQLException {
    @Nullable String digest = row.getString("digest");
    if (digest != null) {
      return new Made(digest);
    }
    @Nullable String reason = row.getString("reason");
    if (reason != null) {
      return new Failed(row.getInt("status"), reason);
    }
    return clock.instant().isBefore(asked.plus(LONGEST))
        ? new Making()
        : new Failed(
            503, "The process that made the plan ended before it was made. Ask for it again.");
  }
}
