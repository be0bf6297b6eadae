package org.rollcall.roster.supabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rollcall.roster.Rows;

/// Looks for rows that pages leave out: each page begins after the last key of the one before, so a
/// second row with that key is never shown, and neither is one without a key.
///
/// @param question the question that was put by pages
/// @param key the column that orders the pages
record Twins(Question question, String key, PageReader reader) {
  /// How many keys one question holds.
  private static final int AT_ONCE = 40;

  /// A key at the end of a page that more than one row has.
  ///
  /// @param lasts the last key of each page
  Optional<String> first(List<String> lasts) throws InterruptedException {
    var keys = again(lasts);
    return keys.stream()
        .filter(lasts::contains)
        .filter(one -> keys.indexOf(one) != keys.lastIndexOf(one))
        .findFirst();
  }

  /// How many rows were left out because they have the last key of a page.
  long leftOut(List<String> lasts) throws InterruptedException {
    return Math.max(0, again(lasts).size() - lasts.size());
  }

  /// Whether a row has no key.
  boolean isKeyless() throws InterruptedException {
    return !rows(question.only(key).with(Question.name(key), "is.null")).isEmpty();
  }

  private List<String> again(List<String> lasts) throws InterruptedException {
    var keys = new ArrayList<String>();
    var chunks =
        IntStream.range(0, lasts.size())
            .boxed()
            .collect(Collectors.groupingBy(index -> index / AT_ONCE));
    for (var chunk : chunks.values()) {
      keys.addAll(rows(question.only(key).among(key, chunk.stream().map(lasts::get).toList())));
    }
    return keys;
  }

  private List<String> rows(Question asked) throws InterruptedException {
    return reader
        .page("Table " + question.table(), asked, Long.MAX_VALUE, PageReader.Counting.NONE)
        .stream()
        .flatMap(page -> page.rows().stream())
        .map(row -> Rows.text(row.get(key)))
        .toList();
  }
}
