package org.rollcall.mapping;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of columns and joins that CEL cannot read as they are: its own words, and names with
/// other characters than letters, digits and `_`. After a dot, backticks make them readable.
///
/// @param variables the variables that expressions may use
/// @param columns finds the names that may follow the dot of a path
record Backticks(Set<String> variables, CelMessages.Columns columns) {
  /// The variable for the whole row in the condition of a join, where columns stand without a dot.
  static final String ROW = "row";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern QUOTABLE = Pattern.compile("[\\w ./-]+");
  private static final Pattern PATH = Pattern.compile("(?<![\\w.`])(?:[A-Za-z_]\\w*\\.)+");
  private static final Set<String> WORDS = Set.of("in", "true", "false", "null");
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  /// What to say about a name in an expression.
  ///
  /// @param offset the position of the name
  record Advice(int offset, String told) {}

  /// Whether a column with this name cannot stand as a variable.
  static boolean isNoVariable(String name) {
    return isNoMember(name) || RESERVED.contains(name);
  }

  private static boolean isNoMember(String name) {
    return !PLAIN.matcher(name).matches() || WORDS.contains(name);
  }

  /// The first such name in an expression that cannot be read.
  Optional<Advice> in(String text) {
    return PATH.matcher(text)
        .results()
        .flatMap(path -> {
          var before = path.group().substring(0, path.group().length() - 1);
          return after(before, text, path.end()).stream()
              .map(name -> new Advice(path.end(), told(before, name)));
        })
        .findFirst()
        .or(() -> variables.contains(ROW) ? alone(text) : Optional.empty());
  }

  private Optional<String> after(String path, String text, int offset) {
    return columns.after(path).stream()
        .filter(Backticks::isNoMember)
        .filter(name -> text.startsWith(name, offset) && endsAt(text, offset + name.length()))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean endsAt(String text, int offset) {
    return offset == text.length() || !Character.isLetterOrDigit(text.charAt(offset));
  }

  private Optional<Advice> alone(String text) {
    return columns.after(ROW).stream()
        .filter(Backticks::isNoVariable)
        .flatMap(name ->
            Pattern.compile("(?<![\\w.`'\"])" + Pattern.quote(name) + "(?![\\w'\"])")
                .matcher(text)
                .results()
                .map(found -> new Advice(found.start(), told(ROW, name))))
        .min(Comparator.comparingInt(Advice::offset));
  }

  private static String told(String path, String name) {
    return QUOTABLE.matcher(name).matches()
        ? "the name \"%2$s\" needs backticks; expected %1$s.`%2$s`".formatted(path, name)
        : "no expression can hold the name \"%s\"; expected letters a to z, digits, blanks and _ - . /, as a view can give it"
            .formatted(name);
  }
}
