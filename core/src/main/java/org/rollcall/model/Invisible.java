package org.rollcall.model;

/// The characters that nobody sees: Unicode's format characters and its default-ignorable ones. In
/// an address or a number they make two that look like one.
public final class Invisible {
  private static final int FIRST = 0x00AD;

  private static final int[][] IGNORABLE = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
  };

  private Invisible() {}

  /// Whether the character is one of them.
  public static boolean is(int character) {
    return Character.getType(character) == Character.FORMAT || isIgnorable(character);
  }

  /// Whether the character is usually shown as nothing. Some format characters are shown, such as
  /// the Arabic sign of a number.
  public static boolean isIgnorable(int character) {
    if (character < FIRST) {
      return false;
    }
    for (var range : IGNORABLE) {
      if (character <= range[1]) {
        return character >= range[0];
      }
    }
    return false;
  }

  /// `text` without them.
  public static String without(String text) {
    if (text.chars().allMatch(unit -> unit < FIRST)) {
      return text;
    }
    var left = new StringBuilder(text.length());
    text.codePoints().filter(character -> !is(character)).forEach(left::appendCodePoint);
    return left.toString();
  }
}
