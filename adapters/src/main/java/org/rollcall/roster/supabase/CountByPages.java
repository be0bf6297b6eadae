package org.rollcall.roster.supabase;

import java.util.ArrayList;
import org.rollcall.roster.Stops;

/// Counts the rows of a question where the database takes too long to count them at once: it reads
/// their keys page by page.
record CountByPages(PageReader reader) {
  /// @param question in the order of a key
  long count(Question question) throws InterruptedException {
    var key = question.key().orElseThrow();
    var keys = question.only(key);
    var lasts = new ArrayList<String>();
    var rows = 0L;
    for (var page = page(keys); !page.isEmpty(); page = page(keys.after(key, lasts.getLast()))) {
      rows += page.rows().size();
      if (lasts.contains(page.last(key))) {
        throw Stops.stuck(question.table(), key);
      }
      lasts.add(page.last(key));
    }
    return rows + new Twins(question, key, reader).leftOut(lasts);
  }

  private Page page(Question question) throws InterruptedException {
    return reader
        .page(
            "The count of " + question.table(), question, Long.MAX_VALUE, PageReader.Counting.NONE)
        .orElseThrow(() -> Stops.unknown(question.table() + " could not be read on its own"));
  }
}
