package org.rollcall.roster.supabase;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How two texts differ that a database may take for equal, depending on the type of the column.
enum Likeness {
  /// Only in blanks at the end, which `char(n)` ignores.
  BLANKS,
  /// Only in the case of plain letters, which `citext` ignores.
  CASE,
  /// In accents or the form of letters, which some collations ignore.
  LETTERS;

  private static final Pattern BLANK_END = Pattern.compile(" +$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// How `one` and `other` differ; empty if no database takes them for equal.
  static Optional<Likeness> of(String one, String other) {
    if (withoutBlanks(one).equals(withoutBlanks(other))) {
      return Optional.of(BLANKS);
    }
    if (isSameButForCase(one, other)) {
      return Optional.of(CASE);
    }
    return loose(one).equals(loose(other)) ? Optional.of(LETTERS) : Optional.empty();
  }

  /// A form that is the same for all texts that are alike.
  static String loose(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return withoutBlanks(plain).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// `text` without blanks at its end.
  static String withoutBlanks(String text) {
    return BLANK_END.matcher(text).replaceFirst("");
  }

  private static boolean isSameButForCase(String one, String other) {
    return one.length() == other.length()
        && one.chars()
            .map(Likeness::lower)
            .boxed()
            .toList()
            .equals(other.chars().map(Likeness::lower).boxed().toList());
  }

  private static int lower(int letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }
}
