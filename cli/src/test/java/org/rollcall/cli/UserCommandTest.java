package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.OutputSchema;
import org.rollcall.access.AccessRole;
import org.rollcall.access.AuditEntry;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class UserCommandTest {
  private static final String PASSWORD = "correct horse battery";

  private final FakeOperations operations = new FakeOperations();
  private final InputStream usual = System.in;

  @AfterEach
  void restore() {
    System.setIn(usual);
  }

  @Test
  void a_password_from_the_standard_input_is_kept_as_a_hash_and_printed_nowhere() {
    var screen = Captured.plain();
    assertThat(add(screen, "ann", "operator", PASSWORD + "\nignored\n")).isZero();
    assertThat(screen.out()).isEqualToIgnoringNewLines("Account ann was made: operator.");
    assertThat(screen.err()).isEmpty();
    var kept = operations.people.kept("ann");
    assertThat(kept.account().role()).isEqualTo(AccessRole.OPERATOR);
    assertThat(kept.digest()).startsWith("$argon2id$");
    assertThat(kept + screen.out() + operations.access.entries).doesNotContain(PASSWORD);
  }

  @Test
  void a_generated_password_is_the_only_line_of_the_output() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "user", "add", "ann", "--role", "viewer", "--generate"))
        .isZero();
    assertThat(screen.out()).matches("([2-9a-z]{5}-){4}[2-9a-z]{5}\\R");
    assertThat(screen.err())
        .isEqualToIgnoringNewLines(
            "Account ann was made: viewer. Its password is shown this once.");
  }

  @Test
  void accounts_are_listed_changed_removed_and_told_of() {
    var screen = Captured.plain();
    screen.run(operations, "user", "list");
    assertThat(screen.out()).contains("There is no account.");
    add(screen, "bob", "viewer", PASSWORD + "\n");
    add(screen, "ann", "operator", PASSWORD + "\n");
    screen.run(operations, "user", "role", "bob", "--role", "admin");
    assertThat(screen.out()).contains("Account bob is admin now. It was viewer.");
    screen.run(operations, "user", "list");
    assertThat(screen.out().lines())
        .contains(
            "name  role      created               by             password set          used last",
            "ann   operator  2026-11-23T08:00:00Z  ops of cron-1  2026-11-23T08:00:00Z  never",
            "bob   admin     2026-11-23T08:00:00Z  ops of cron-1  2026-11-23T08:00:00Z  never");
    input("another horse battery\n");
    var was = operations.people.kept("bob").digest();
    screen.run(operations, "user", "password", "bob", "--password-stdin");
    assertThat(screen.out()).contains("Account bob has a new password.");
    assertThat(operations.people.kept("bob").digest()).isNotEqualTo(was);
    screen.run(operations, "user", "remove", "bob");
    assertThat(screen.out()).contains("Account bob is gone.");
    assertThat(operations.people.accounts).containsOnlyKeys("ann");
    assertThat(operations.access.entries)
        .extracting(AuditEntry::action)
        .containsExactly("user add", "user add", "user role", "user password", "user remove");
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void programs_read_the_list_and_nothing_of_the_passwords() {
    add(Captured.plain(), "ann", "operator", PASSWORD + "\n");
    var digest = operations.people.kept("ann").digest();
    for (var line : List.of("user list --json", "user role ann --role admin --json")) {
      var screen = Captured.plain();
      assertThat(screen.run(operations, line.split(" "))).isZero();
      OutputSchema.of("users").assertDescribes(screen.out());
      assertThat(screen.out()).doesNotContain(digest);
      var one = JsonMapper.shared().readTree(screen.out()).path("users").get(0);
      assertThat(one.path("name").asString()).isEqualTo("ann");
      assertThat(one.path("used").isNull()).isTrue();
    }
    var none = Captured.plain();
    none.run(operations, "user", "remove", "ann", "--json");
    OutputSchema.of("users").assertDescribes(none.out());
  }

  @Test
  void a_password_that_is_too_short_is_told_why_and_makes_nothing() {
    var screen = Captured.plain();
    assertThat(add(screen, "ann", "operator", "too short\n")).isEqualTo(2);
    assertThat(screen.err())
        .contains("The password has 9 characters, and it needs 12 at least", "can be guessed")
        .doesNotContain("too short");
    assertThat(add(screen, "ann", "operator", "")).isEqualTo(2);
    assertThat(screen.err()).contains("The standard input holds no password.");
    assertThat(operations.people.accounts).isEmpty();
  }

  @Test
  void without_a_terminal_it_says_where_a_password_can_come_from() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "user", "add", "ann", "--role", "viewer")).isEqualTo(2);
    assertThat(screen.err()).contains("--password-stdin", "--generate");
  }

  @Test
  void at_a_terminal_it_is_asked_for_twice() {
    assertThat(asked(PASSWORD, PASSWORD)).isEqualTo(PASSWORD);
    assertThatThrownBy(() -> asked(PASSWORD, "another horse battery"))
        .hasMessageContaining("The two passwords differ. Nothing was done.");
    assertThat(asked("too short")).isEqualTo("too short");
  }

  private static String asked(String... answers) {
    var left = new ArrayList<>(List.of(answers));
    var password = new PasswordOptions().read("ann", _ -> Optional.of(left.removeFirst()));
    assertThat(left).isEmpty();
    return password.secret();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user add",
        "user add ann",
        "user add ann --role king --generate",
        "user add Ann --role viewer --generate",
        "user add ann --role viewer --generate --password-stdin",
        "user add ann --role viewer --password secret",
        "user role ann",
        "user password",
        "user remove",
        "user list ann"
      })
  void half_a_wish_is_wrong_usage(String line) {
    assertThat(Captured.plain().run(operations, line.split(" "))).isEqualTo(2);
    assertThat(operations.access.entries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"user role bob --role viewer", "user password bob --generate", "user remove bob"})
  void a_name_that_is_nobodys_is_told(String line) {
    var screen = Captured.plain();
    assertThat(screen.run(operations, line.split(" "))).isEqualTo(1);
    assertThat(screen.err()).contains("No account is called bob. 'rollcall user list' shows them.");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_is_told_before_a_password_is_asked_for() {
    add(Captured.plain(), "ann", "viewer", PASSWORD + "\n");
    var screen = Captured.plain();
    assertThat(screen.run(operations, "user", "add", "ann", "--role", "admin")).isEqualTo(2);
    assertThat(screen.err()).contains("There is an account ann already.");
  }

  @Test
  void a_bare_user_tells_what_there_is() {
    var screen = Captured.plain();
    assertThat(screen.run(operations, "user")).isZero();
    assertThat(screen.out()).contains("remove", "rollcall user add ann");
    assertThat(operations.asked).isEmpty();
  }

  private int add(Captured screen, String name, String role, String input) {
    input(input);
    return screen.run(operations, "user", "add", name, "--role", role, "--password-stdin");
  }

  private static void input(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
