package org.rollcall.access;

import java.time.Instant;
import java.util.Optional;

/// The sessions of people. For many threads. A store that fails ends what asks it.
public interface KnownSessions {
  /// Keeps a new one, and forgets those that have ended.
  ///
  /// @param digest of its secret
  /// @param entry tells of the login in the audit log
  void add(PersonSession session, String digest, AuditEntry entry);

  /// The session with this digest, with the role that its account has now; empty where there is
  /// none, where its account is gone, or has got another password since it began.
  Optional<PersonSession> session(String digest);

  /// Keeps that something was done in it, at most once a minute.
  void seen(String digest, Instant now);

  /// Ends it.
  void end(String digest);
}
