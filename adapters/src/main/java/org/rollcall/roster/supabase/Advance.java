package org.rollcall.roster.supabase;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.model.TextSet;
import org.rollcall.roster.Members;
import org.rollcall.roster.Rows;
import org.rollcall.roster.Stops;

/// Whether a chain of pages gets on: each page must end with a key that the chain has not had yet,
/// and a chain ends near its own count. A server that ignores the key filter would otherwise be
/// asked for ever.
final class Advance {
  /// How far a chain may go beyond its count. People who join meanwhile are far fewer.
  private static final long BEYOND = 10_000;

  private final String table;
  private final String key;
  private final TextSet keys = new TextSet();
  private long rows;

  /// @param key the column that orders the pages
  Advance(String table, String key) {
    this.table = table;
    this.key = key;
  }

  /// Takes one more page that is not empty.
  ///
  /// @param total the count that the chain began with
  /// @throws org.rollcall.run.RunStopped when the chain does not get on
  void take(Page page, long total) {
    if (keys.contains(page.last(key))) {
      throw Stops.stuck(table, key);
    }
    for (Map<String, @Nullable Object> row : page.rows()) {
      var text = Rows.text(row.get(key));
      if (text.length() <= Members.LONGEST_KEY) {
        keys.add(text);
      }
    }
    rows += page.rows().size();
    if (rows > total * 2 + BEYOND) {
      throw Stops.endless(table, rows, total);
    }
  }
}
