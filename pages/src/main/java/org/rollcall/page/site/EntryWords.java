package org.rollcall.page.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rollcall.page.Page.EntryRow;

/// Finds members by the words that a page shows of them.
///
/// @param wanted in lower case; all of them must be there
record EntryWords(List<String> wanted) {
  static EntryWords of(String words) {
    return new EntryWords(
        Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  boolean areIn(EntryRow entry) {
    if (wanted.isEmpty()) {
      return true;
    }
    var text = text(entry);
    return wanted.stream().allMatch(text::contains);
  }

  private static String text(EntryRow entry) {
    var text = new StringBuilder(entry.member()).append(' ').append(entry.email());
    text.append(' ').append(entry.what());
    entry
        .fields()
        .forEach(value ->
            text.append(' ')
                .append(value.field())
                .append(' ')
                .append(value.before())
                .append(' ')
                .append(value.after()));
    entry.details().forEach(detail -> text.append(' ').append(detail));
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
