package org.rollcall.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The accounts of a service. Whatever changes one is in the audit log in the same moment. For many
/// threads. A store that fails ends what asks it.
public interface KnownPeople {
  /// An account, and what is kept of its password.
  ///
  /// @param digest a slow, salted hash that says by itself how it was made
  record Kept(PersonAccount account, String digest) {}

  /// All of them, by name.
  List<PersonAccount> all();

  /// The account of this name; empty for none.
  Optional<Kept> find(String name);

  /// Keeps a new one.
  ///
  /// @param entry tells of it in the audit log
  /// @return whether it is kept; it is not where one has its name
  boolean add(Kept added, AuditEntry entry);

  /// Changes a password, and ends the sessions of the account.
  ///
  /// @param entry tells of it in the audit log, at the time of the change
  /// @return whether there is such an account; otherwise nothing was done
  boolean changePassword(String name, String digest, AuditEntry entry);

  /// Changes a role. It holds from the next request on, in sessions that there are, too.
  ///
  /// @param entry tells of it in the audit log
  /// @return the account as it was; empty where there is none, and nothing was done
  Optional<PersonAccount> changeRole(String name, AccessRole role, AuditEntry entry);

  /// Removes an account, and ends its sessions.
  ///
  /// @param entry tells of it in the audit log
  /// @return the account as it was; empty where there is none, and nothing was done
  Optional<PersonAccount> remove(String name, AuditEntry entry);

  /// Keeps that somebody logged in.
  void used(String name, Instant now);
}
