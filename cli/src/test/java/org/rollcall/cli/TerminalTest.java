package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.cli.Terminal.Look;

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
}
