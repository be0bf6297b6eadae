package org.rollcall.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.AuditLog;
import org.rollcall.store.SqlAudit;
import org.rollcall.store.StoreAccess;

/// The audit log in the store. A question makes no store where there is none. A store that fails is
/// told as [org.rollcall.run.RunStopped].
record StoredAudit(StoreAccess store, BooleanSupplier isThere) implements AuditLog {
  @Override
  public void add(AuditEntry entry) {
    Sentences.orStopped(() -> {
      kept().add(entry);
      return true;
    });
  }

  @Override
  public List<Numbered> page(long after, Optional<Instant> since, int most) {
    return isThere.getAsBoolean()
        ? Sentences.orStopped(() -> kept().page(after, since, most))
        : List.of();
  }

  @Override
  public List<AuditEntry> latest(int most) {
    return isThere.getAsBoolean() ? Sentences.orStopped(() -> kept().latest(most)) : List.of();
  }

  private SqlAudit kept() {
    return new SqlAudit(store);
  }
}
