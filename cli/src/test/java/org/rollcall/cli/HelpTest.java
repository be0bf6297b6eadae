package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.support.Golden;

class HelpTest {
  private final Captured screen = Captured.plain();
  private final FakeOperations operations = new FakeOperations();

  @Test
  void c1_a_bare_rollcall_prints_help() {
    assertThat(screen.run(operations)).isZero();
    Golden.assertMatches("help.txt", screen.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync",
        "plan",
        "apply",
        "history",
        "explain",
        "undo",
        "doctor",
        "notify",
        "init",
        "demo",
        "sandbox",
        "notices",
        "orphans",
        "audit",
        "token",
        "user",
        "ignore",
        "pause",
        "resume",
        "schedule",
        "completion",
        "validate",
        "help"
      })
  void c1_every_command_teaches_itself(String command) {
    assertThat(screen.run(operations, command, "--help")).isZero();
    Golden.assertMatches("help-" + command + ".txt", screen.out());
    assertThat(operations.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "list", "revoke"})
  void c1_so_do_those_below_another(String command) {
    assertThat(screen.run(operations, "token", command, "--help")).isZero();
    Golden.assertMatches("help-token-" + command + ".txt", screen.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "list", "password", "remove", "role"})
  void c1_so_do_those_about_accounts(String command) {
    assertThat(screen.run(operations, "user", command, "--help")).isZero();
    Golden.assertMatches("help-user-" + command + ".txt", screen.out());
  }

  @Test
  void the_version_is_the_builds() {
    assertThat(screen.run(operations, "--version")).isZero();
    assertThat(screen.out())
        .matches(
            "rollcall \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?( \\([0-9a-f]+ of [0-9-]{10}(, changed)?\\))?, Java \\d+\\S*, \\S+ \\S+\\R");
  }
}
