package org.rollcall.app;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.AuditLog;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.Password;
import org.rollcall.access.PersonAccount;
import org.rollcall.access.PersonSession;
import org.rollcall.access.PersonSession.Origin;
import org.rollcall.access.SessionValue;
import org.rollcall.run.RunStopped;

/// Lets people in, and tells the audit log who was let in and who was not. For many threads.
public final class Logins {
  private static final String ACTION = "login";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final People people;
  private final AuditLog audit;
  private final HashingRoom room;

  /// @param people who may come in
  public Logins(People people, AuditLog audit) {
    this.people = people;
    this.audit = audit;
    this.room = new HashingRoom(people.clock());
  }

  /// Whether there is an account by which somebody could come in.
  ///
  /// @throws RunStopped when the store cannot be reached
  public boolean hasAccounts() {
    return !people.accounts().all().isEmpty();
  }

  /// The name as accounts have it.
  public static String name(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  /// Opens a session for whoever knows the password of an account. For a name that nobody has, the
  /// same work is done, and the same is written down.
  ///
  /// @param from the address that the request came from
  /// @return the secret of the session; empty where name or password are wrong
  /// @throws RunStopped when the store cannot be reached, or too many are trying
  public Optional<SessionValue> byPassword(String written, Password password, String from)
      throws InterruptedException {
    var now = people.clock().instant();
    var name = name(written);
    var kept =
        PersonAccount.isName(name)
            ? people.accounts().find(name)
            : Optional.<KnownPeople.Kept>empty();
    if (!room.isOf(password, kept.map(KnownPeople.Kept::digest))) {
      // What was written may be a password in the wrong field.
      audit.add(
          entry(
              "somebody", from, kept.map(known -> known.account().name()).orElse(""), "403", now));
      return Optional.empty();
    }
    var account = kept.orElseThrow().account();
    var value = open(account.name(), Origin.ACCOUNT, account.role(), from, now);
    people.accounts().used(account.name(), now);
    return Optional.of(value);
  }

  /// Opens a session for somebody for whom a provider vouches.
  ///
  /// @param person what the provider calls the person
  /// @param from the address that the request came from
  /// @return the secret of the session
  /// @throws RunStopped when the store cannot be reached
  public SessionValue byProvider(String person, AccessRole role, String from) {
    return open(person, Origin.PROVIDER, role, from, people.clock().instant());
  }

  /// Tells the audit log of somebody whom a provider vouches for, and who may do nothing here.
  ///
  /// @throws RunStopped when the store cannot be reached
  public void refused(String person, String from) {
    audit.add(entry("person " + person, from, "", "403", people.clock().instant()));
  }

  private SessionValue open(
      String person, Origin origin, AccessRole role, String from, Instant now) {
    var value = random();
    people
        .sessions()
        .add(
            new PersonSession(person, origin, role, now, now),
            value.digest(),
            entry(who(person, origin), from, role.word(), AuditEntry.DONE, now));
    return value;
  }

  /// As the audit log and the history name somebody who has logged in.
  public static String who(String person, Origin origin) {
    return switch (origin) {
      case ACCOUNT -> "account " + person;
      case PROVIDER -> "person " + person;
    };
  }

  private static AuditEntry entry(
      String who, String from, String subject, String ending, Instant now) {
    return new AuditEntry(now, who, from, ACTION, subject, ending);
  }

  /// A new secret for a browser.
  public static SessionValue random() {
    byte[] bytes = new byte[SessionValue.BYTES];
    RANDOM.nextBytes(bytes);
    return SessionValue.of(bytes);
  }
}
