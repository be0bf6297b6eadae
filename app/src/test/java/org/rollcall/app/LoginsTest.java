package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import org.rollcall.access.Password;
import org.rollcall.access.PersonAccount;
import org.rollcall.access.PersonSession.Origin;
import org.rollcall.access.SessionValue;
import org.rollcall.model.Starter;
import org.rollcall.model.Trigger;
import org.rollcall.run.RunStopped;
import org.rollcall.support.RememberedAccess;
import org.rollcall.support.RememberedPeople;

/// Accounts, and logging in with them.
@Tag("slow")
class LoginsTest {
  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Password RIGHT = Password.of("correct horse battery");

  private final RememberedAccess access = new RememberedAccess();
  private final RememberedPeople remembered = new RememberedPeople(access.entries);
  private Instant now = EIGHT;
  private final People people =
      new People(
          remembered, remembered, new Starter("ops", "cron-1", Trigger.COMMAND_LINE), () -> now);
  private final Logins logins = new Logins(people, access);

  @BeforeEach
  void add() {
    people.add("ann", AccessRole.OPERATOR, RIGHT);
    access.entries.clear();
  }

  @Test
  void what_is_kept_of_a_password_is_a_slow_hash_with_a_salt_of_its_own() {
    people.add("bob", AccessRole.VIEWER, RIGHT);
    var ann = remembered.kept("ann").digest();
    assertThat(ann).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(RIGHT.secret());
    assertThat(remembered.kept("bob").digest()).isNotEqualTo(ann);
  }

  @Test
  void who_knows_the_password_gets_a_session_with_the_role_of_the_account() throws Exception {
    now = EIGHT.plusSeconds(9);
    var value = logins.byPassword(" Ann ", RIGHT, "192.0.2.7").orElseThrow();
    var session = remembered.session(value.digest()).orElseThrow();
    assertThat(session.person()).isEqualTo("ann");
    assertThat(session.role()).isEqualTo(AccessRole.OPERATOR);
    assertThat(session.origin()).isEqualTo(Origin.ACCOUNT);
    assertThat(remembered.kept("ann").account().used()).contains(now);
    assertThat(access.entries)
        .containsExactly(
            new AuditEntry(now, "account ann", "192.0.2.7", "login", "operator", "done"));
    assertThat(access.entries.toString()).doesNotContain(value.secret());
  }

  @Test
  void who_does_not_gets_none_and_the_log_names_accounts_alone() throws Exception {
    assertThat(logins.byPassword("ann", Password.of("correct horse"), "192.0.2.7")).isEmpty();
    assertThat(logins.byPassword("ann", Password.of(""), "192.0.2.7")).isEmpty();
    assertThat(logins.byPassword("my secret password", RIGHT, "192.0.2.7")).isEmpty();
    assertThat(remembered.sessions).isEmpty();
    assertThat(access.entries)
        .extracting(AuditEntry::who, AuditEntry::subject, AuditEntry::ending)
        .containsExactly(
            tuple("somebody", "ann", "403"),
            tuple("somebody", "ann", "403"),
            tuple("somebody", "", "403"));
  }

  /// Both take the time of one hash, which is many times that of anything else here.
  @Test
  void a_name_that_nobody_has_takes_as_long_as_a_wrong_password() throws Exception {
    logins.byPassword("nobody", RIGHT, "192.0.2.7");
    var wrong = millis("ann");
    assertThat(millis("nobody")).isBetween(wrong / 4, wrong * 4 + 50);
  }

  private long millis(String name) throws InterruptedException {
    long begin = System.nanoTime();
    assertThat(logins.byPassword(name, Password.of("wrong password"), "192.0.2.7")).isEmpty();
    return (System.nanoTime() - begin) / 1_000_000;
  }

  @Test
  void another_password_or_the_end_of_the_account_ends_its_sessions() throws Exception {
    var first = logins.byPassword("ann", RIGHT, "192.0.2.7").orElseThrow();
    var other = Password.of("another horse battery");
    people.changePassword("ann", other);
    assertThat(remembered.session(first.digest())).isEmpty();
    assertThat(logins.byPassword("ann", RIGHT, "192.0.2.7")).isEmpty();
    var second = logins.byPassword("ann", other, "192.0.2.7").orElseThrow();
    people.remove("ann");
    assertThat(remembered.session(second.digest())).isEmpty();
    assertThat(logins.hasAccounts()).isFalse();
  }

  @Test
  void another_role_counts_at_once() throws Exception {
    var value = logins.byPassword("ann", RIGHT, "192.0.2.7").orElseThrow();
    people.changeRole("ann", AccessRole.VIEWER);
    assertThat(remembered.session(value.digest()).orElseThrow().role())
        .isEqualTo(AccessRole.VIEWER);
  }

  @Test
  void somebody_for_whom_a_provider_vouches_needs_no_account() {
    SessionValue value = logins.byProvider("bob@example.org", AccessRole.ADMIN, "192.0.2.7");
    assertThat(remembered.session(value.digest()).orElseThrow().role()).isEqualTo(AccessRole.ADMIN);
    logins.refused("eve@example.org", "192.0.2.8");
    assertThat(access.entries)
        .extracting(AuditEntry::who)
        .containsExactly("person bob@example.org", "person eve@example.org");
  }

  @Test
  void what_is_wrong_with_an_account_is_told_and_nothing_is_done() {
    assertThatThrownBy(() -> people.add("ann", AccessRole.ADMIN, RIGHT))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("There is an account ann already.");
    assertThatThrownBy(() -> people.add("Ann B", AccessRole.ADMIN, RIGHT))
        .hasMessageContaining("is no name of an account");
    assertThatThrownBy(() -> people.changePassword("ann", Password.of("short")))
        .hasMessageContaining("needs 12");
    assertThatThrownBy(() -> people.changeRole("bob", AccessRole.ADMIN))
        .hasMessageContaining("No account is called bob.");
    assertThatThrownBy(() -> people.remove("bob")).hasMessageContaining("rollcall user list");
    assertThat(access.entries).isEmpty();
  }

  @Test
  void a_random_password_is_good_and_no_two_are_the_same() {
    var password = People.random();
    assertThat(password.fault()).isEmpty();
    assertThat(password.secret()).matches("([2-9a-z]{5}-){4}[2-9a-z]{5}");
    assertThat(People.random().secret()).isNotEqualTo(password.secret());
    assertThat(people.accounts().all())
        .extracting(PersonAccount::used)
        .containsExactly(Optional.empty());
  }
}
