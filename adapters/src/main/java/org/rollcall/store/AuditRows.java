package org.rollcall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.rollcall.access.AuditEntry;

/// The rows of the audit log, which others write in their own transactions.
final class AuditRows {
  private AuditRows() {}

  static void add(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            "insert into <place>audit(at, who, origin, action, subject, ending)"
                + " values (:at, :who, :origin, :action, :subject, :ending)")
        .bind("at", entry.time().toEpochMilli())
        .bind("who", entry.who())
        .bind("origin", entry.from())
        .bind("action", entry.action())
        .bind("subject", entry.subject())
        .bind("ending", entry.ending())
        .execute();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        row.getString("origin"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("ending"));
  }
}
