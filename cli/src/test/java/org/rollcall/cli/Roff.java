package org.rollcall.cli;

import java.util.List;
import java.util.Locale;

/// A page in the language of `man`.
final class Roff {
  private final StringBuilder text = new StringBuilder();

  Roff(String name) {
    text.append(".\\\" ManPagesTest makes this page from the command.\n");
    text.append(".TH ").append(escaped(name.toUpperCase(Locale.ROOT))).append(" 1 \"\" Rollcall\n");
    text.append(".nh\n.ad l\n");
  }

  void section(String title) {
    text.append(".SH ").append(title.toUpperCase(Locale.ROOT)).append('\n');
  }

  void line(String line) {
    text.append(escaped(line)).append('\n');
  }

  /// Paragraphs, a line each; indented lines stay as they are.
  void lines(List<String> lines) {
    var indented = false;
    for (var line : lines) {
      var isIndented = line.startsWith("  ");
      if (indented != isIndented) {
        text.append(isIndented ? ".nf\n" : ".fi\n");
        indented = isIndented;
      }
      if (!line.isEmpty()) {
        text.append(isIndented ? "" : ".PP\n");
        line(line);
      }
    }
    text.append(indented ? ".fi\n" : "");
  }

  /// Something and what is said of it.
  void entry(String name, String meaning) {
    text.append(".TP\n\\fB").append(escaped(name)).append("\\fR\n");
    line(meaning);
  }

  String text() {
    return text.toString();
  }

  private static String escaped(String line) {
    var safe = line.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
