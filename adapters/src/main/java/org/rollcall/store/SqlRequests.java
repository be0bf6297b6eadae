package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Requests over HTTP that name a key. One that is sent again within a day, because its answer was
/// lost, gets the same answer and is not done again. For many threads and processes. Each method
/// throws [StoreTrouble] when the store fails.
public final class SqlRequests {
  /// How long a key is kept.
  public static final Duration LIFE = Duration.ofDays(1);

  private static final String UNUSABLE = "The key of the request cannot be kept";
  private static final String ROW = " where caller = :caller and key = :key";

  private final StoreAccess store;
  private final InstantSource clock;

  public SqlRequests(StoreAccess store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Whose key, and which.
  ///
  /// @param caller keys of different callers have nothing to do with each other
  public record Key(String caller, String key) {}

  /// An answer as it is repeated.
  ///
  /// @param status of HTTP
  /// @param body JSON
  public record Answered(int status, String location, String body) implements Found {}

  /// What is known of a key.
  public sealed interface Found permits Answered, Fresh, Other, Unanswered {}

  /// Nobody has used it. It is taken now.
  public record Fresh() implements Found {}

  /// It was used for another request.
  public record Other() implements Found {}

  /// The same request has begun, and has no answer yet.
  public record Unanswered() implements Found {}

  /// Takes a key for a request, unless it is taken.
  ///
  /// @param request distinguishes requests: a digest of all that was asked
  public Found take(Key key, String request) {
    return store.ask(
        UNUSABLE, opened -> opened.jdbi().inTransaction(handle -> take(handle, key, request)));
  }

  private Found take(Handle handle, Key key, String request) {
    var now = clock.instant();
    handle
        .createUpdate("delete from <place>requests where begun < :old")
        .bind("old", now.minus(LIFE).toEpochMilli())
        .execute();
    int taken =
        handle
            .createUpdate(
                "insert into <place>requests(caller, key, request, begun)"
                    + " values (:caller, :key, :request, :begun)"
                    + " on conflict (caller, key) do nothing")
            .bind("caller", key.caller())
            .bind("key", key.key())
            .bind("request", request)
            .bind("begun", now.toEpochMilli())
            .execute();
    return taken == 1
        ? new Fresh()
        : handle
            .createQuery("select * from <place>requests" + ROW)
            .bind("caller", key.caller())
            .bind("key", key.key())
            .map((row, _) -> found(row, request))
            .one();
  }

  private static Found found(ResultSet row, String request) throws SQLException {
    if (!row.getString("request").equals(request)) {
      return new Other();
    }
    int status = row.getInt("status");
    return row.wasNull()
        ? new Unanswered()
        : new Answered(status, text(row, "location"), text(row, "body"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    return Optional.ofNullable(text).orElse("");
  }

  /// Keeps the answer to a request that has taken its key.
  public void answer(Key key, Answered answer) {
    var _ =
        store.ask(
            UNUSABLE,
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        handle
                            .createUpdate(
                                "update <place>requests set status = :status,"
                                    + " location = :location, body = :body"
                                    + ROW)
                            .bind("status", answer.status())
                            .bind("location", answer.location())
                            .bind("body", answer.body())
                            .bind("caller", key.caller())
                            .bind("key", key.key())
                            .execute()));
  }

  /// Gives a key back whose request was not done.
  public void giveBack(Key key) {
    var _ =
        store.ask(
            UNUSABLE,
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle ->
                        handle
                            .createUpdate("delete from <place>requests" + ROW)
                            .bind("caller", key.caller())
                            .bind("key", key.key())
                            .execute()));
  }
}
