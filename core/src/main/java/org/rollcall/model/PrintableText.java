package org.rollcall.model;

/// Text in the form in which it leaves the program for people: on a screen, in a text log, in a
/// notification.
///
/// Names, answers and files may hold characters that a terminal obeys or that a reader cannot see.
/// Each of them becomes a visible escape such as `\u001b`, as the program's JSON writes it. A line
/// end is one of them, so text from outside never begins a line of its own.
public final class PrintableText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private PrintableText() {}

  /// The text with an escape for each character that is not printable; the same text if all are.
  public static String of(String text) {
    return text.codePoints().allMatch(PrintableText::isPrintable) ? text : escaped(text);
  }

  /// Whether the character can be shown as it is.
  ///
  /// Controls, line and paragraph separators, half surrogate pairs and invisible characters that
  /// change how others are read cannot. The two joiners can, because names and emoji need them.
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }

  /// The escape of one UTF-16 unit, such as `\u001b`.
  public static String escape(char unit) {
    return "\\u%04x".formatted((int) unit);
  }

  private static String escaped(String text) {
    var shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(each -> {
          if (isPrintable(each)) {
            shown.appendCodePoint(each);
          } else {
            for (var unit : Character.toChars(each)) {
              shown.append(escape(unit));
            }
          }
        });
    return shown.toString();
  }
}
