package org.rollcall.mapping;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.settings.Nearest;

/// Describes CEL's errors in the terms of the settings, with a suggestion.
///
/// @param variables the variables that expressions may use
/// @param functions the functions that they may call
/// @param columns finds the names that may follow the dot of a path such as `member.region`
record CelMessages(Set<String> variables, Set<String> functions, Columns columns) {
  /// Finds the names that may follow a path.
  @FunctionalInterface
  interface Columns {
    Set<String> after(String path);
  }

  private static final Pattern FIELD = Pattern.compile("undefined field '(.+)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '(.+?)' .*");
  private static final Pattern SELECTION =
      Pattern.compile("type '(.+)' does not support field selection");
  private static final Pattern PATH = Pattern.compile("(?s).*?([\\w.]*)");

  /// Reports only the first syntax error, because the others usually follow from it.
  void tell(CelSource source, List<CelIssue> issues, Diagnosis diagnosis) {
    var advice = new Backticks(variables, columns).in(diagnosis.text());
    if (advice.isPresent()) {
      diagnosis.add(advice.get().offset(), advice.get().told());
      return;
    }
    var syntax = issues.stream().filter(issue -> issue.getExprId() == 0).limit(1).toList();
    (syntax.isEmpty() ? issues : syntax)
        .forEach(
            issue -> tell(offset(source, issue, diagnosis.text()), issue.getMessage(), diagnosis));
  }

  private static int offset(CelSource source, CelIssue issue, String text) {
    int characters = Math.max(0, source.getLocationOffset(issue.getSourceLocation()).orElse(0));
    return text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
  }

  private void tell(int offset, String message, Diagnosis diagnosis) {
    var field = FIELD.matcher(message);
    var name = NAME.matcher(message);
    var selection = SELECTION.matcher(message);
    var misfit = Misfit.in(message);
    if (field.matches()) {
      diagnosis.add(offset + 1, column(diagnosis.text().substring(0, offset), field.group(1)));
    } else if (name.matches()) {
      unknown(offset, name.group(1), diagnosis);
    } else if (misfit.isPresent()) {
      diagnosis.add(misfit.get().start(diagnosis.text(), offset), misfit.get().told());
    } else if (selection.matches()) {
      diagnosis.add(offset, nothingBehind(selection.group(1)));
    } else {
      diagnosis.add(offset, Syntax.told(message));
    }
  }

  private static String nothingBehind(String type) {
    return "there is nothing behind %s; expected a row before this, such as member or one of its joins"
        .formatted(Words.types(type));
  }

  private String column(String before, String name) {
    var path = PATH.matcher(before);
    var known = path.matches() ? columns.after(path.group(1)) : Set.<String>of();
    return "there is no column \"%s\" here; expected %s%s"
        .formatted(name, listed(known), Nearest.hint(name, known));
  }

  /// CEL gives the position of a function's bracket, or of the start of a variable.
  private void unknown(int offset, String name, Diagnosis diagnosis) {
    var text = diagnosis.text();
    if (offset < text.length() && text.charAt(offset) == '(') {
      diagnosis.add(
          Math.max(0, offset - name.length()),
          "there is no function \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", functions), Nearest.hint(name, functions)));
    } else {
      diagnosis.add(
          offset,
          "there is nothing called \"%s\"; expected %s%s"
              .formatted(name, listed(variables), Nearest.hint(name, variables)));
    }
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty()
        ? "a column that is declared under roster"
        : "one of " + String.join(", ", names);
  }
}
