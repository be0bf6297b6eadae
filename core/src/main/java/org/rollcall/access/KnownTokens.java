package org.rollcall.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tokens of a service. Whatever changes one is in the audit log in the same moment. For many
/// threads. A store that fails ends what asks it.
public interface KnownTokens {
  /// All of them, also those that open nothing any more, by name and then by age.
  List<MachineToken> all();

  /// Keeps a new one.
  ///
  /// @param digest of its secret
  /// @param entry tells of it in the audit log
  /// @return whether it is kept; it is not where a valid one has its name
  boolean add(MachineToken token, String digest, AuditEntry entry);

  /// Ends the token of a name, whether or not it has expired.
  ///
  /// @param entry tells of it in the audit log, at the time of the end
  /// @return the token as it was; empty where none of this name was left, and nothing was done
  Optional<MachineToken> revoke(String name, AuditEntry entry);

  /// The token with this digest, whatever its state; empty for none. Who guesses learns nothing
  /// from how long this takes: they would have to find texts with digests that begin alike.
  Optional<MachineToken> find(String digest);

  /// Keeps that a token was shown, at most once a minute.
  void used(String digest, Instant now);
}
