package org.rollcall.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.KnownPeople;
import org.rollcall.access.KnownSessions;
import org.rollcall.access.Password;
import org.rollcall.access.PersonAccount;
import org.rollcall.model.Starter;
import org.rollcall.run.RunStopped;

/// The accounts by which people use the pages of the service. It needs no service, so that the
/// first account can be made before there is one. For many threads.
///
/// @param accounts where they are kept
/// @param sessions who has logged in
/// @param starter who asks, for the audit log
public record People(
    KnownPeople accounts, KnownSessions sessions, Starter starter, InstantSource clock) {
  private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyz";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Looks whether a name can be given, before anybody is asked for a password.
  ///
  /// @throws RunStopped when the name is none or taken
  public void checkFree(String name) {
    checkName(name);
    if (accounts.find(name).isPresent()) {
      throw taken(name);
    }
  }

  /// Looks whether there is such an account, before anybody is asked for a password.
  ///
  /// @throws RunStopped when there is none
  public void checkKnown(String name) {
    checkName(name);
    if (accounts.find(name).isEmpty()) {
      throw unknown(name);
    }
  }

  /// Makes an account.
  ///
  /// @return the account
  /// @throws RunStopped when the name is none or taken, or the password is too short
  public PersonAccount add(String name, AccessRole role, Password password) {
    checkName(name);
    var now = clock.instant();
    var account = new PersonAccount(name, role, now, starter.who(), now, Optional.empty());
    var kept = new KnownPeople.Kept(account, hash(password));
    if (!accounts.add(kept, entry("user add", name + ", " + role.word()))) {
      throw taken(name);
    }
    return account;
  }

  /// Gives an account another password. Whoever has logged in has to do it again.
  ///
  /// @throws RunStopped when there is no such account, or the password is too short
  public void changePassword(String name, Password password) {
    checkName(name);
    if (!accounts.changePassword(name, hash(password), entry("user password", name))) {
      throw unknown(name);
    }
  }

  /// Gives an account another role, at once.
  ///
  /// @return the account as it was
  /// @throws RunStopped when there is no such account
  public PersonAccount changeRole(String name, AccessRole role) {
    checkName(name);
    return accounts
        .changeRole(name, role, entry("user role", name + ", " + role.word()))
        .orElseThrow(() -> unknown(name));
  }

  /// Removes an account, and ends its sessions.
  ///
  /// @throws RunStopped when there is no such account
  public void remove(String name) {
    checkName(name);
    if (accounts.remove(name, entry("user remove", name)).isEmpty()) {
      throw unknown(name);
    }
  }

  /// A password that nobody can guess: 125 random bits, in groups that are easy to copy.
  public static Password random() {
    var text = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      text.append(group == 0 ? "" : "-");
      RANDOM.ints(GROUP, 0, LETTERS.length()).forEach(each -> text.append(LETTERS.charAt(each)));
    }
    return Password.of(text.toString());
  }

  private static String hash(Password password) {
    password
        .fault()
        .ifPresent(fault -> {
          throw wrong(fault);
        });
    return PasswordHash.of(password);
  }

  private AuditEntry entry(String action, String subject) {
    return new AuditEntry(
        clock.instant(),
        starter.who(),
        starter.trigger().words(),
        action,
        subject,
        AuditEntry.DONE);
  }

  private static void checkName(String name) {
    if (!PersonAccount.isName(name)) {
      throw wrong(
          "'%s' is no name of an account: small letters, digits, -, _, ., + and @, at most 64."
              .formatted(name));
    }
  }

  private static RunStopped taken(String name) {
    return wrong(
        "There is an account %s already. 'rollcall user password %s' gives it another password, 'rollcall user role' another role."
            .formatted(name, name));
  }

  private static RunStopped unknown(String name) {
    return new RunStopped(
        RunStopped.Kind.FAILED,
        "No account is called %s. 'rollcall user list' shows them.".formatted(name));
  }

  private static RunStopped wrong(String sentence) {
    return new RunStopped(RunStopped.Kind.SETTINGS, sentence);
  }
}
