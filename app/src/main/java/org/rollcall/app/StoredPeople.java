package org.rollcall.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.PersonAccount;
import org.rollcall.store.SqlPeople;
import org.rollcall.store.StoreAccess;

/// The accounts in the store. A question makes no store where there is none. A store that fails is
/// told as [org.rollcall.run.RunStopped].
record StoredPeople(StoreAccess store, BooleanSupplier isThere) implements KnownPeople {
  @Override
  public List<PersonAccount> all() {
    return isThere.getAsBoolean() ? Sentences.orStopped(() -> kept().all()) : List.of();
  }

  @Override
  public Optional<Kept> find(String name) {
    return isThere.getAsBoolean() ? Sentences.orStopped(() -> kept().find(name)) : Optional.empty();
  }

  @Override
  public boolean add(Kept added, AuditEntry entry) {
    return Sentences.orStopped(() -> kept().add(added, entry));
  }

  @Override
  public boolean changePassword(String name, String digest, AuditEntry entry) {
    return isThere.getAsBoolean()
        && Sentences.orStopped(() -> kept().changePassword(name, digest, entry));
  }

  @Override
  public Optional<PersonAccount> changeRole(String name, AccessRole role, AuditEntry entry) {
    return isThere.getAsBoolean()
        ? Sentences.orStopped(() -> kept().changeRole(name, role, entry))
        : Optional.empty();
  }

  @Override
  public Optional<PersonAccount> remove(String name, AuditEntry entry) {
    return isThere.getAsBoolean()
        ? Sentences.orStopped(() -> kept().remove(name, entry))
        : Optional.empty();
  }

  @Override
  public void used(String name, Instant now) {
    Sentences.orStopped(() -> {
      kept().used(name, now);
      return true;
    });
  }

  private SqlPeople kept() {
    return new SqlPeople(store);
  }
}
