package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.PersonAccount;

/// Keeps people's accounts in the store. Whatever changes one is one transaction with its entry in
/// the audit log. A store that fails ends what asks it.
public final class SqlPeople implements KnownPeople {
  private final StoreAccess store;

  public SqlPeople(StoreAccess store) {
    this.store = store;
  }

  @Override
  public List<PersonAccount> all() {
    return ask(
        "The accounts cannot be read",
        handle ->
            handle
                .createQuery("select * from <place>people order by name")
                .map((row, _) -> account(row))
                .list());
  }

  @Override
  public Optional<Kept> find(String name) {
    return ask("The account cannot be looked up", handle -> find(handle, name));
  }

  private static Optional<Kept> find(Handle handle, String name) {
    return handle
        .createQuery("select * from <place>people where name = :name")
        .bind("name", name)
        .map((row, _) -> new Kept(account(row), row.getString("password")))
        .findFirst();
  }

  @Override
  public boolean add(Kept added, AuditEntry entry) {
    return ask(
        "The account cannot be kept", handle -> insert(handle, added) == 1 && told(handle, entry));
  }

  private static int insert(Handle handle, Kept added) {
    return handle
        .createUpdate(
            "insert into <place>people(name, role, password, created, creator, changed)"
                + " values (:name, :role, :password, :created, :creator, :changed)"
                + " on conflict (name) do nothing")
        .bind("name", added.account().name())
        .bind("role", added.account().role().word())
        .bind("password", added.digest())
        .bind("created", added.account().created().toEpochMilli())
        .bind("creator", added.account().creator())
        .bind("changed", added.account().changed().toEpochMilli())
        .execute();
  }

  @Override
  public boolean changePassword(String name, String digest, AuditEntry entry) {
    return ask(
        "The password cannot be changed",
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "update <place>people set password = :digest, changed = :now"
                          + " where name = :name")
                  .bind("name", name)
                  .bind("digest", digest)
                  .bind("now", entry.time().toEpochMilli())
                  .execute();
          SqlSessions.endAll(handle, name);
          return changed == 1 && told(handle, entry);
        });
  }

  @Override
  public Optional<PersonAccount> changeRole(String name, AccessRole role, AuditEntry entry) {
    return change(
        "The role cannot be changed",
        name,
        entry,
        handle ->
            handle
                .createUpdate("update <place>people set role = :role where name = :name")
                .bind("name", name)
                .bind("role", role.word())
                .execute());
  }

  @Override
  public Optional<PersonAccount> remove(String name, AuditEntry entry) {
    return change(
        "The account cannot be removed",
        name,
        entry,
        handle -> {
          SqlSessions.endAll(handle, name);
          return handle
              .createUpdate("delete from <place>people where name = :name")
              .bind("name", name)
              .execute();
        });
  }

  private Optional<PersonAccount> change(
      String what, String name, AuditEntry entry, HandleCallback<Integer, RuntimeException> work) {
    return ask(
        what,
        handle -> {
          var was = find(handle, name).map(Kept::account);
          return was.filter(_ -> work.withHandle(handle) == 1 && told(handle, entry));
        });
  }

  private static boolean told(Handle handle, AuditEntry entry) {
    AuditRows.add(handle, entry);
    return true;
  }

  @Override
  public void used(String name, Instant now) {
    var _ =
        ask(
            "It cannot be kept when the account was used",
            handle ->
                handle
                    .createUpdate("update <place>people set used = :now where name = :name")
                    .bind("name", name)
                    .bind("now", now.toEpochMilli())
                    .execute());
  }

  private <T> T ask(String what, HandleCallback<T, RuntimeException> work) {
    return store.ask(what, opened -> opened.jdbi().inTransaction(work));
  }

  /// A role that only a later version knows opens the least.
  private static PersonAccount account(ResultSet row) throws SQLException {
    long used = row.getLong("used");
    var last = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(used));
    return new PersonAccount(
        row.getString("name"),
        AccessRole.of(row.getString("role")).orElse(AccessRole.VIEWER),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getString("creator"),
        Instant.ofEpochMilli(row.getLong("changed")),
        last);
  }
}
