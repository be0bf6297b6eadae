package org.rollcall.mapping;

import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.model.Invisible;
import org.rollcall.model.Visible;

/// Prepares text for Intercom.
final class Text {
  /// The longest text that Intercom is said to keep, in UTF-16 units. It is unknown whether
  /// Intercom counts these units or characters; this limit suits both.
  static final int LONGEST = 255;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /// The last letter of Latin-1.
  private static final int LAST_PLAIN = 0xFF;

  private static final Set<Character.UnicodeScript> UNJOINED =
      EnumSet.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC);

  private Text() {}

  /// `text` without anything that nobody sees, for addresses and numbers.
  static String visible(String text) {
    return Visible.of(text);
  }

  /// `text` without leading and trailing blanks, including invisible ones.
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

  /// `text` trimmed and without control characters, unpaired surrogates and whatever nobody sees; a
  /// line break or a tab becomes a blank.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(character -> !isJunk(character))
        .filter(character -> !isJoiner(character) || joins(clean))
        .forEach(character -> clean.appendCodePoint(isControl(character) ? ' ' : character));
    return trim(clean.toString());
  }

  /// Whether a joiner means something behind this text. It shapes Arabic and Indian letters and
  /// pictures, and nothing else.
  private static boolean joins(StringBuilder text) {
    if (text.isEmpty()) {
      return false;
    }
    int before = text.codePointBefore(text.length());
    return before > LAST_PLAIN && !UNJOINED.contains(Character.UnicodeScript.of(before));
  }

  /// `text` trimmed, with every run of blanks reduced to one.
  static String collapse(String text) {
    return trim(BLANKS.matcher(text).replaceAll(" "));
  }

  /// Whether the character is shown as a gap or not at all.
  static boolean isBlank(int character) {
    return Visible.isGap(character) || isInvisible(character) || isJoiner(character);
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

  /// What is shown as nothing and means nothing inside a text. Joiners, variation selectors and the
  /// tags of flags shape the letters and pictures beside them and stay; marks of direction do not.
  private static boolean isInvisible(int character) {
    return Invisible.isIgnorable(character) && !isJoiner(character) && !isShape(character);
  }

  private static boolean isJoiner(int character) {
    return character == 0x200C || character == 0x200D;
  }

  private static boolean isShape(int character) {
    return character == 0x034F
        || (character >= 0x180B && character <= 0x180F && character != 0x180E)
        || (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0020 && character <= 0xE007F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  /// `text`, cut to at most [#LONGEST]. A list is cut after a whole name, other text after a whole
  /// character as a reader sees it.
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
