package org.rollcall.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.AuditLog;

/// Keeps the audit log in the store. The database itself refuses to change or remove a row, so that
/// no mistake does it; who owns the database can take that away. A store that fails ends what asks
/// it.
public final class SqlAudit implements AuditLog {
  private final StoreAccess store;

  public SqlAudit(StoreAccess store) {
    this.store = store;
  }

  @Override
  public void add(AuditEntry entry) {
    var _ =
        store.ask(
            "The audit log cannot be written",
            opened ->
                opened
                    .jdbi()
                    .inTransaction(handle -> {
                      AuditRows.add(handle, entry);
                      return true;
                    }));
  }

  @Override
  public List<Numbered> page(long after, Optional<Instant> since, int most) {
    return store.ask(
        "The audit log cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "select * from <place>audit where number > :after and at >= :since"
                                + " order by number limit :most")
                        .bind("after", after)
                        .bind("since", since.orElse(Instant.EPOCH).toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> new Numbered(row.getLong("number"), AuditRows.entry(row)))
                        .list()));
  }

  @Override
  public List<AuditEntry> latest(int most) {
    return store.ask(
        "The audit log cannot be read",
        opened ->
            opened
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery("select * from <place>audit order by number desc limit :most")
                        .bind("most", most)
                        .map((row, _) -> AuditRows.entry(row))
                        .list()));
  }
}
