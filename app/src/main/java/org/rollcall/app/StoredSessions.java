package org.rollcall.app;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownSessions;
import org.rollcall.access.PersonSession;
import org.rollcall.store.SqlSessions;
import org.rollcall.store.StoreAccess;

/// The sessions in the store. A store that fails is told as [org.rollcall.run.RunStopped].
record StoredSessions(StoreAccess store) implements KnownSessions {
  @Override
  public void add(PersonSession session, String digest, AuditEntry entry) {
    Sentences.orStopped(() -> {
      kept().add(session, digest, entry);
      return true;
    });
  }

  @Override
  public Optional<PersonSession> session(String digest) {
    return Sentences.orStopped(() -> kept().session(digest));
  }

  @Override
  public void seen(String digest, Instant now) {
    Sentences.orStopped(() -> {
      kept().seen(digest, now);
      return true;
    });
  }

  @Override
  public void end(String digest) {
    Sentences.orStopped(() -> {
      kept().end(digest);
      return true;
    });
  }

  private SqlSessions kept() {
    return new SqlSessions(store);
  }
}
