package org.rollcall.mapping;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as Intercom can take it.
final class Text {
  /// The longest text that Intercom is reported to keep, in UTF-16 units: whether it counts those
  /// or characters is not known, and this is right either way.
  static final int LONGEST = 255;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private Text() {}

  /// `text` without blanks at its ends, the invisible ones among them.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// `text` without control characters and halves of characters, trimmed; a line break or a tab is
  /// a blank.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(character -> !isJunk(character))
        .forEach(character -> clean.appendCodePoint(isControl(character) ? ' ' : character));
    return trim(clean.toString());
  }

  /// `text`, trimmed, with one blank wherever it has any.
  static String collapse(String text) {
    return trim(BLANKS.matcher(text).replaceAll(" "));
  }

  /// Whether a reader sees nothing but a gap there, or nothing at all.
  static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || isControl(character)
        || isInvisible(character);
  }

  private static boolean isJunk(int character) {
    return isInvisible(character)
        || Character.getType(character) == Character.SURROGATE
        || (isControl(character) && !Character.isWhitespace(character));
  }

  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /// Zero-width space and byte order mark, which come along when text is copied. Joiners and marks
  /// of direction mean something and stay.
  private static boolean isInvisible(int character) {
    return character == 0x200B || character == 0xFEFF;
  }

  /// `text`, or as much of its beginning as is whole and not longer than [#LONGEST]: up to the last
  /// name of a list, else up to the last character that a reader would call one.
  static String fit(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int comma = text.lastIndexOf(", ", LONGEST);
    return trim(text.substring(0, comma > 0 ? comma : lastCharacter(text)));
  }

  private static int lastCharacter(String text) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.preceding(LONGEST + 1);
    if (end > 0) {
      return end;
    }
    return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
  }
}
