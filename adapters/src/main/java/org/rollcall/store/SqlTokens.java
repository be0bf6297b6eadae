package org.rollcall.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownTokens;
import org.rollcall.access.MachineToken;

/// Keeps tokens in the store, by the digests of their secrets. Whatever changes one is one
/// transaction with its entry in the audit log. A store that fails ends what asks it.
public final class SqlTokens implements KnownTokens {
  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private final StoreAccess store;

  public SqlTokens(StoreAccess store) {
    this.store = store;
  }

  @Override
  public List<MachineToken> all() {
    return ask(
        "The tokens cannot be read",
        handle ->
            handle
                .createQuery("select * from <place>tokens order by name, created")
                .map((row, _) -> token(row))
                .list());
  }

  @Override
  public boolean add(MachineToken token, String digest, AuditEntry entry) {
    return ask(
        "The token cannot be kept",
        handle -> {
          var there = unrevoked(handle, token.name());
          if (there.filter(each -> each.isValid(token.created())).isPresent()) {
            return false;
          }
          revoke(handle, token.name(), token.created());
          insert(handle, token, digest);
          AuditRows.add(handle, entry);
          return true;
        });
  }

  private static void insert(Handle handle, MachineToken token, String digest) {
    handle
        .createUpdate(
            "insert into <place>tokens(digest, name, role, created, creator, expires)"
                + " values (:digest, :name, :role, :created, :creator, :expires)")
        .bind("digest", digest)
        .bind("name", token.name())
        .bind("role", token.role().word())
        .bind("created", token.created().toEpochMilli())
        .bind("creator", token.creator())
        .bind("expires", token.expires().map(Instant::toEpochMilli).orElse(null))
        .execute();
  }

  @Override
  public Optional<MachineToken> revoke(String name, AuditEntry entry) {
    return ask(
        "The token cannot be revoked",
        handle -> {
          var there = unrevoked(handle, name);
          if (there.isPresent()) {
            revoke(handle, name, entry.time());
            AuditRows.add(handle, entry);
          }
          return there;
        });
  }

  private static void revoke(Handle handle, String name, Instant now) {
    handle
        .createUpdate(
            "update <place>tokens set revoked = :now where name = :name and revoked is null")
        .bind("name", name)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static Optional<MachineToken> unrevoked(Handle handle, String name) {
    return handle
        .createQuery("select * from <place>tokens where name = :name and revoked is null")
        .bind("name", name)
        .map((row, _) -> token(row))
        .findFirst();
  }

  @Override
  public Optional<MachineToken> find(String digest) {
    return ask(
        "The token cannot be looked up",
        handle ->
            handle
                .createQuery("select * from <place>tokens where digest = :digest")
                .bind("digest", digest)
                .map((row, _) ->
                    isSame(digest, row.getString("digest"))
                        ? Optional.of(token(row))
                        : Optional.<MachineToken>empty())
                .findFirst()
                .flatMap(found -> found));
  }

  /// The same time for every digest of this length.
  private static boolean isSame(String asked, String kept) {
    return MessageDigest.isEqual(asked.getBytes(US_ASCII), kept.getBytes(US_ASCII));
  }

  @Override
  public void used(String digest, Instant now) {
    var _ =
        ask(
            "It cannot be kept when the token was used",
            handle ->
                handle
                    .createUpdate(
                        "update <place>tokens set used = :now where digest = :digest"
                            + " and (used is null or used <= :before)")
                    .bind("digest", digest)
                    .bind("now", now.toEpochMilli())
                    .bind("before", now.minus(BETWEEN_USES).toEpochMilli())
                    .execute());
  }

  private <T> T ask(String what, HandleCallback<T, RuntimeException> work) {
    return store.ask(what, opened -> opened.jdbi().inTransaction(work));
  }

  /// A role that only a later version knows opens the least.
  private static MachineToken token(ResultSet row) throws SQLException {
    return new MachineToken(
        row.getString("name"),
        AccessRole.of(row.getString("role")).orElse(AccessRole.VIEWER),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getString("creator"),
        time(row, "expires"),
        time(row, "revoked"),
        time(row, "used"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
