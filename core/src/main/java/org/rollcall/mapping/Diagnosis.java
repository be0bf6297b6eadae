package org.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.settings.Expression;
import org.rollcall.settings.Problem;

/// The mistakes in one expression.
final class Diagnosis {
  private final String path;
  private final Expression expression;
  private final List<Problem> problems = new ArrayList<>();

  /// @param path the path of the expression in the settings
  Diagnosis(String path, Expression expression) {
    this.path = path;
    this.expression = expression;
  }

  /// @param offset the position in the expression's text
  void add(int offset, String message) {
    problems.add(Problem.at(expression.positions().at(offset), "%s: %s".formatted(path, message)));
  }

  /// @param codePoint the position in code points from the start of the expression
  void addAtCodePoint(int codePoint, String message) {
    add(
        text()
            .offsetByCodePoints(0, Math.min(codePoint, text().codePointCount(0, text().length()))),
        message);
  }

  String text() {
    return expression.text();
  }

  List<Problem> problems() {
    return problems;
  }
}
