package org.rollcall.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.Join;

/// Takes the blanks off the end of texts, which a column of type `char(n)` fills up.
///
/// They are taken off every text, because REST does not tell the type of a column, and a mapping
/// must see the same over both ways. Texts within JSON documents stay.
final class Blanks {
  private Blanks() {}

  /// `row` and the rows joined to it, without blanks at the end of texts.
  static Map<String, @Nullable Object> off(Map<String, @Nullable Object> row, List<Join> joins) {
    var off = new LinkedHashMap<String, @Nullable Object>(row);
    off.replaceAll((_, value) -> off(value));
    for (var join : joins) {
      off.computeIfPresent(join.name(), (_, joined) -> offJoined(joined));
    }
    return off;
  }

  private static Object offJoined(Object joined) {
    return switch (joined) {
      case Map<?, ?> row -> offRow(row);
      case List<?> rows ->
          rows.stream().map(row -> offJoined(Objects.requireNonNull(row))).toList();
      default -> joined;
    };
  }

  private static Map<Object, @Nullable Object> offRow(Map<?, ?> row) {
    var off = new LinkedHashMap<Object, @Nullable Object>(row);
    off.replaceAll((_, value) -> off(value));
    return off;
  }

  private static @Nullable Object off(@Nullable Object value) {
    return value instanceof String text ? off(text) : value;
  }

  private static String off(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
