package org.rollcall.draft;

import java.util.ArrayList;
import java.util.List;

/// Breaks a sentence into lines for comments.
final class Wrap {
  private Wrap() {}

  /// Lines of at most `width` characters; a longer word has a line of its own.
  static List<String> at(int width, String sentence) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
