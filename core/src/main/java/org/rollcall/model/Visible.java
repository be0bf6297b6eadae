package org.rollcall.model;

/// What is seen of a text. Two numbers of which the same is seen are one number.
public final class Visible {
  private static final int BRAILLE_BLANK = 0x2800;

  private Visible() {}

  /// `text` without invisible characters, and without the gaps around it.
  public static String of(String text) {
    var visible = Invisible.without(text);
    int start = 0;
    int end = visible.length();
    while (start < end && isGap(visible.charAt(start))) {
      start++;
    }
    while (start < end && isGap(visible.charAt(end - 1))) {
      end--;
    }
    return visible.substring(start, end);
  }

  /// Whether the character is shown as a gap: blanks of all widths and control characters.
  public static boolean isGap(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || character == BRAILLE_BLANK;
  }
}
