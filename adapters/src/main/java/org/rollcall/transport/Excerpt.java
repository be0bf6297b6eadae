package org.rollcall.transport;

/// The beginning of a text that a server has written. It goes into sentences, so one server must
/// not fill the log.
public final class Excerpt {
  private static final int LONGEST = 1_000;

  private Excerpt() {}

  /// `text`, cut to a thousand characters.
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
