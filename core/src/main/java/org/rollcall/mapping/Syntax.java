package org.rollcall.mapping;

import java.util.regex.Pattern;

/// Describes a syntax error without the parser's own terms.
final class Syntax {
  private static final Pattern QUOTED = Pattern.compile("(?s)[^']*'(.*?)'(?: expecting .*|$)");

  private static final Pattern MISPLACED =
      Pattern.compile("extraneous input|mismatched input|no viable alternative");

  private Syntax() {}

  static String told(String message) {
    if (message.contains("'<EOF>'") && !message.startsWith("extraneous")) {
      return message.startsWith("missing ')'")
          ? "a bracket is not closed; expected )"
          : "the expression ends too early; expected a value after this";
    }
    if (message.startsWith("token recognition error")) {
      return unrecognised(quoted(message));
    }
    return MISPLACED.matcher(message).lookingAt()
        ? "\"%s\" does not belong here; expected an operator such as +, == or &&, or the end"
            .formatted(quoted(message).strip())
        : "CEL cannot read this: %s; expected an expression as on https://cel.dev"
            .formatted(message);
  }

  private static String unrecognised(String text) {
    if (text.startsWith("=")) {
      return "\"=\" means nothing here; expected == to compare";
    }
    return text.startsWith("'") || text.startsWith("\"")
        ? "a text is not closed; expected the same quote at its end"
        : "\"%s\" is nothing that an expression has; expected a name, a number, a text in quotes or an operator"
            .formatted(text.strip());
  }

  private static String quoted(String message) {
    var matcher = QUOTED.matcher(message);
    return matcher.matches() ? matcher.group(1) : message;
  }
}
