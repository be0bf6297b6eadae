package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.cli.Terminal.Look;
import org.rollcall.run.RunEvent;

class TerminalTest {
  @Test
  void colour_is_for_terminals_that_want_it() {
    assertThat(Terminal.look(true, Map.of("TERM", "xterm"))).isEqualTo(Look.COLOUR);
    assertThat(Terminal.look(true, Map.of("NO_COLOR", ""))).isEqualTo(Look.COLOUR);
    assertThat(Terminal.look(true, Map.of("NO_COLOR", "1"))).isEqualTo(Look.MONOCHROME);
    assertThat(Terminal.look(true, Map.of("TERM", "dumb"))).isEqualTo(Look.PLAIN);
    assertThat(Terminal.look(false, Map.of("TERM", "xterm"))).isEqualTo(Look.PLAIN);
  }

  @Test
  void help_is_coloured_only_where_colour_shows() {
    var coloured = new Captured(Look.COLOUR);
    coloured.run(new FakeOperations(), "--help");
    assertThat(coloured.out()).contains("\u001b[");
    var plain = new Captured(Look.MONOCHROME);
    plain.run(new FakeOperations(), "--help");
    assertThat(plain.out()).doesNotContain("\u001b[");
  }

  @ParameterizedTest
  @CsvSource({
    "plan --color=always, PLAIN",
    "--color always plan, MONOCHROME",
    "plan, COLOUR",
    "plan --help --color=always, PLAIN",
    "--help --color=always, MONOCHROME",
    "help plan --color=always, PLAIN",
    "plan --color=auto, COLOUR"
  })
  void every_command_is_coloured_where_it_is_told_to_be(String line, Look look) {
    var screen = new Captured(look);
    assertThat(screen.run(new FakeOperations(), line.split(" "))).isZero();
    assertThat(screen.out()).contains("\u001b[");
  }

  @ParameterizedTest
  @CsvSource({"plan --color=never, COLOUR", "plan --color=auto, MONOCHROME", "plan, PLAIN"})
  void and_not_where_it_is_told_not_to_be(String line, Look look) {
    var screen = new Captured(look);
    assertThat(screen.run(new FakeOperations(), line.split(" "))).isZero();
    assertThat(screen.out()).doesNotContain("\u001b[");
  }

  @Test
  void colour_makes_no_terminal_of_a_pipe() {
    var screen = Captured.plain();
    var operations = new FakeOperations();
    operations.events = List.of(new RunEvent.RosterCounted(20123, 1000));
    screen.run(operations, "sync", "--color=always");
    assertThat(screen.err()).contains("\u001b[34mINFO", "Total members").doesNotContain("\r");
  }
}
