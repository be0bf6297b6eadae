package org.rollcall.support;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.KnownSessions;
import org.rollcall.access.PersonAccount;
import org.rollcall.access.PersonSession;
import org.rollcall.access.PersonSession.Origin;

/// Accounts and sessions that live as long as a test.
public final class RememberedPeople implements KnownPeople, KnownSessions {
  public final TreeMap<String, Kept> accounts = new TreeMap<>();
  public final Map<String, PersonSession> sessions = new HashMap<>();

  /// What happens before a session is looked up.
  public Runnable trouble = () -> {};

  private final List<AuditEntry> entries;

  /// @param entries the audit log
  public RememberedPeople(List<AuditEntry> entries) {
    this.entries = entries;
  }

  /// The account of this name, which there is.
  public Kept kept(String name) {
    return find(name).orElseThrow();
  }

  @Override
  public List<PersonAccount> all() {
    return accounts.values().stream().map(Kept::account).toList();
  }

  @Override
  public synchronized Optional<Kept> find(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  @Override
  public boolean add(Kept added, AuditEntry entry) {
    return accounts.putIfAbsent(added.account().name(), added) == null && entries.add(entry);
  }

  @Override
  public boolean changePassword(String name, String digest, AuditEntry entry) {
    var was = accounts.get(name);
    if (was == null) {
      return false;
    }
    var account = was.account();
    put(account.role(), account, digest, entry.time(), account.used());
    endAll(name);
    return entries.add(entry);
  }

  @Override
  public Optional<PersonAccount> changeRole(String name, AccessRole role, AuditEntry entry) {
    return find(name)
        .map(was -> {
          var account = was.account();
          put(role, account, was.digest(), account.changed(), account.used());
          entries.add(entry);
          return account;
        });
  }

  @Override
  public Optional<PersonAccount> remove(String name, AuditEntry entry) {
    endAll(name);
    return Optional.ofNullable(accounts.remove(name))
        .filter(_ -> entries.add(entry))
        .map(Kept::account);
  }

  @Override
  public void used(String name, Instant now) {
    find(name)
        .ifPresent(was -> {
          var account = was.account();
          put(account.role(), account, was.digest(), account.changed(), Optional.of(now));
        });
  }

  private void put(
      AccessRole role, PersonAccount was, String digest, Instant changed, Optional<Instant> used) {
    var account = new PersonAccount(was.name(), role, was.created(), was.creator(), changed, used);
    accounts.put(was.name(), new Kept(account, digest));
  }

  private void endAll(String name) {
    sessions.values().removeIf(each -> isOf(each, name));
  }

  private static boolean isOf(PersonSession session, String account) {
    return session.origin() == Origin.ACCOUNT && session.person().equals(account);
  }

  @Override
  public void add(PersonSession session, String digest, AuditEntry entry) {
    sessions.put(digest, session);
    entries.add(entry);
  }

  @Override
  public synchronized Optional<PersonSession> session(String digest) {
    trouble.run();
    return Optional.ofNullable(sessions.get(digest))
        .flatMap(each ->
            each.origin() == Origin.PROVIDER
                ? Optional.of(each)
                : find(each.person())
                    .map(kept ->
                        new PersonSession(
                            each.person(),
                            each.origin(),
                            kept.account().role(),
                            each.began(),
                            each.seen())));
  }

  @Override
  public void seen(String digest, Instant now) {
    sessions.computeIfPresent(
        digest,
        (_, was) -> new PersonSession(was.person(), was.origin(), was.role(), was.began(), now));
  }

  @Override
  public void end(String digest) {
    sessions.remove(digest);
  }
}
