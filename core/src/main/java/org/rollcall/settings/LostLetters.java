package org.rollcall.settings;

/// What Java makes of names, arguments and variables whose bytes it cannot read: without a UTF-8
/// locale, as under cron, it takes them for ASCII and puts a mark for each byte beyond.
///
/// @param encoding the one that Java reads them in
public record LostLetters(String encoding) {
  private static final char MARK = '\uFFFD';

  /// As this process reads them.
  public static LostLetters ofProcess() {
    return new LostLetters(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  /// Whether letters of `text` are lost.
  public static boolean in(String text) {
    return text.indexOf(MARK) >= 0;
  }

  /// Why they are, and what to do.
  public String reason() {
    return isUtf8()
        ? "it is not UTF-8; write it in UTF-8"
        : "letters beyond ASCII are lost, because no UTF-8 locale is set (Java reads %s); start Rollcall with its launcher ./rollcall, or set LC_ALL=C.UTF-8"
            .formatted(encoding);
  }

  /// The same about a variable. Its value is not repeated.
  public String variable(String name) {
    return "the environment variable %s cannot be read: %s".formatted(name, reason());
  }

  private boolean isUtf8() {
    return encoding.replace("-", "").equalsIgnoreCase("utf8");
  }
}
