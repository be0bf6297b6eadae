package org.rollcall.settings;

import java.util.Optional;
import org.rollcall.settings.Expression.Positions;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Finds the position in the file of each character of a scalar. It walks along the value and the
/// file in parallel, because YAML's quotes, escapes, folded lines and indentation are only in the
/// file.
final class ScalarPositions {
  private ScalarPositions() {}

  /// The positions of the characters of `node`, a scalar.
  static Positions of(Context context, Node node) {
    var scalar = (ScalarNode) node;
    var file = context.source().text();
    return offset -> place(context, index(file, scalar, offset));
  }

  private static Position place(Context context, int index) {
    var before = context.source().text().substring(0, index);
    var line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
    var column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, index);
    return new Position(context.source().name(), line, column);
  }

  /// The index in `file` of the character at `offset` of the scalar's value.
  private static int index(String file, ScalarNode scalar, int offset) {
    var value = scalar.getValue();
    int end = index(file, scalar.getEndMark());
    int next = start(file, scalar);
    int found = next;
    for (int i = 0; i <= offset && i < value.length(); i++) {
      found = find(file, next, end, value.charAt(i));
      next = Math.min(found + 1, end);
    }
    return offset < value.length() ? found : next;
  }

  /// A blank may be a folded line, so it is at the current index. Any other character is at its
  /// next occurrence, after indentation and escapes.
  private static int find(String file, int from, int end, char letter) {
    if (Character.isWhitespace(letter)) {
      return from;
    }
    int found = file.indexOf(letter, from, end);
    return found < 0 ? from : found;
  }

  private static int start(String file, ScalarNode scalar) {
    int start = index(file, scalar.getStartMark());
    var style = scalar.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      return file.indexOf('\n', start) + 1;
    }
    return style == ScalarStyle.PLAIN ? start : start + 1;
  }

  private static int index(String file, Optional<Mark> mark) {
    return file.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }
}
