package org.rollcall.cli;

import java.util.List;

/// What a screen shows of a view's lines.
final class Shown {
  private Shown() {}

  static List<String> plain(List<StyledLine> lines) {
    return on(Terminal.Look.PLAIN, lines);
  }

  static List<String> on(Terminal.Look look, List<StyledLine> lines) {
    return lines.stream().map(line -> line.on(look)).toList();
  }
}
