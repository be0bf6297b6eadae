package org.rollcall.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownTokens;
import org.rollcall.access.MachineToken;
import org.rollcall.store.SqlTokens;
import org.rollcall.store.StoreAccess;

/// The tokens in the store. A question makes no store where there is none. A store that fails is
/// told as [org.rollcall.run.RunStopped].
record StoredTokens(StoreAccess store, BooleanSupplier isThere) implements KnownTokens {
  @Override
  public List<MachineToken> all() {
    return isThere.getAsBoolean() ? Sentences.orStopped(() -> kept().all()) : List.of();
  }

  @Override
  public boolean add(MachineToken token, String digest, AuditEntry entry) {
    return Sentences.orStopped(() -> kept().add(token, digest, entry));
  }

  @Override
  public Optional<MachineToken> revoke(String name, AuditEntry entry) {
    return isThere.getAsBoolean()
        ? Sentences.orStopped(() -> kept().revoke(name, entry))
        : Optional.empty();
  }

  @Override
  public Optional<MachineToken> find(String digest) {
    return isThere.getAsBoolean()
        ? Sentences.orStopped(() -> kept().find(digest))
        : Optional.empty();
  }

  @Override
  public void used(String digest, Instant now) {
    Sentences.orStopped(() -> {
      kept().used(digest, now);
      return true;
    });
  }

  private SqlTokens kept() {
    return new SqlTokens(store);
  }
}
