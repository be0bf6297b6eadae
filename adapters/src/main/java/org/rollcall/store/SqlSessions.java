package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownSessions;
import org.rollcall.access.PersonSession;
import org.rollcall.access.PersonSession.Origin;

/// Keeps people's sessions in the store, by the digests of their cookies. A store that fails ends
/// what asks it.
public final class SqlSessions implements KnownSessions {
  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private final StoreAccess store;

  public SqlSessions(StoreAccess store) {
    this.store = store;
  }

  @Override
  public void add(PersonSession session, String digest, AuditEntry entry) {
    var _ =
        ask(
            "The session cannot be kept",
            handle -> {
              forget(handle, session.began());
              insert(handle, session, digest);
              AuditRows.add(handle, entry);
              return true;
            });
  }

  private static void forget(Handle handle, Instant now) {
    handle
        .createUpdate("delete from <place>sessions where began <= :begun or seen <= :unused")
        .bind("begun", now.minus(PersonSession.LONGEST).toEpochMilli())
        .bind("unused", now.minus(PersonSession.UNUSED).toEpochMilli())
        .execute();
  }

  private static void insert(Handle handle, PersonSession session, String digest) {
    handle
        .createUpdate(
            "insert into <place>sessions(digest, person, origin, role, began, seen)"
                + " values (:digest, :person, :origin, :role, :began, :seen)")
        .bind("digest", digest)
        .bind("person", session.person())
        .bind("origin", session.origin().word())
        .bind("role", session.role().word())
        .bind("began", session.began().toEpochMilli())
        .bind("seen", session.seen().toEpochMilli())
        .execute();
  }

  /// A login that overtook a change of its password opens nothing: it began before.
  @Override
  public Optional<PersonSession> session(String digest) {
    return ask(
        "The session cannot be looked up",
        handle ->
            handle
                .createQuery(
                    "select s.person, s.origin, coalesce(p.role, s.role) as role, s.began, s.seen"
                        + " from <place>sessions s left join <place>people p"
                        + " on p.name = s.person and s.origin = 'account'"
                        + " where s.digest = :digest"
                        + " and (s.origin <> 'account' or s.began >= p.changed)")
                .bind("digest", digest)
                .map((row, _) -> session(row))
                .findFirst());
  }

  /// A role or an origin that only a later version knows opens the least.
  private static PersonSession session(ResultSet row) throws SQLException {
    return new PersonSession(
        row.getString("person"),
        Origin.of(row.getString("origin")).orElse(Origin.PROVIDER),
        AccessRole.of(row.getString("role")).orElse(AccessRole.VIEWER),
        Instant.ofEpochMilli(row.getLong("began")),
        Instant.ofEpochMilli(row.getLong("seen")));
  }

  @Override
  public void seen(String digest, Instant now) {
    var _ =
        ask(
            "It cannot be kept when the session was used",
            handle ->
                handle
                    .createUpdate(
                        "update <place>sessions set seen = :now where digest = :digest"
                            + " and seen <= :before")
                    .bind("digest", digest)
                    .bind("now", now.toEpochMilli())
                    .bind("before", now.minus(BETWEEN_USES).toEpochMilli())
                    .execute());
  }

  @Override
  public void end(String digest) {
    var _ =
        ask(
            "The session cannot be ended",
            handle ->
                handle
                    .createUpdate("delete from <place>sessions where digest = :digest")
                    .bind("digest", digest)
                    .execute());
  }

  /// Ends the sessions of an account.
  static void endAll(Handle handle, String account) {
    handle
        .createUpdate("delete from <place>sessions where person = :person and origin = 'account'")
        .bind("person", account)
        .execute();
  }

  private <T> T ask(String what, HandleCallback<T, RuntimeException> work) {
    return store.ask(what, opened -> opened.jdbi().inTransaction(work));
  }
}
