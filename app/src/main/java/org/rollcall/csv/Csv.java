package org.rollcall.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines of CSV as RFC 4180 has them.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and computes it.
/// Names come from other people, so such a cell gets an apostrophe in front; numbers and phone
/// numbers are left as they are.
public final class Csv {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@+\\-\\t\\r].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9 .,()-]*");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s).*[\",\\r\\n].*|\\s.*|.*\\s");

  private Csv() {}

  /// One line, without its end.
  public static String line(List<?> cells) {
    return cells.stream().map(cell -> cell(cell.toString())).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    var harmless = isFormula(text) ? "'" + text : text;
    return NEEDS_QUOTES.matcher(harmless).matches()
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }
}
