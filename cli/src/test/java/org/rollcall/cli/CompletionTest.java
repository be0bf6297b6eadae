package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  private final Captured screen = Captured.plain();

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void bash_and_zsh_get_the_script_that_picocli_makes(String shell) {
    assertThat(script(shell))
        .startsWith("#!/usr/bin/env bash")
        .contains(
            "_complete_rollcall",
            "_picocli_rollcall_sync",
            "--dry-run",
            "bashcompinit",
            "\"auto\" \"always\" \"never\"")
        .doesNotContain("--only");
  }

  @Test
  void fish_gets_a_line_for_each_command_and_option() {
    assertThat(script("fish").lines())
        .startsWith("complete -c rollcall -f")
        .contains(
            "complete -c rollcall -n '__fish_use_subcommand' -a sync -d 'Make Intercom\\'s contacts equal to the roster.'",
            "complete -c rollcall -n '__fish_seen_subcommand_from notify' -l sync -x -d 'Which sync, where the settings name several.'",
            "complete -c rollcall -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'",
            "complete -c rollcall -n '__fish_seen_subcommand_from apply' -F")
        .contains(
            "complete -c rollcall -n '__fish_seen_subcommand_from token; and not __fish_seen_subcommand_from add list revoke' -a revoke -d 'Make a token open nothing any more.'")
        .anyMatch(line ->
            line.contains(
                "from token; and __fish_seen_subcommand_from add' -l role -r -f -a 'viewer operator admin'"))
        .anyMatch(line -> line.contains("from sync' -l report -r -F"))
        .anyMatch(line -> line.contains("from sync' -l log-format -r -f -a 'text json'"))
        .anyMatch(line -> line.contains("from sync' -l privacy -r -f -a 'show mask'"))
        .anyMatch(line -> line.contains("from sync' -s h -l help -d"))
        .noneMatch(line -> line.contains("-l only"));
  }

  @Test
  void another_shell_is_wrong_usage() {
    assertThat(screen.run(new FakeOperations(), "completion", "csh")).isEqualTo(2);
    assertThat(screen.run(new FakeOperations(), "completion")).isEqualTo(2);
  }

  private String script(String shell) {
    var operations = new FakeOperations();
    assertThat(screen.run(operations, "completion", shell)).isZero();
    assertThat(operations.asked).isEmpty();
    return screen.out();
  }
}
