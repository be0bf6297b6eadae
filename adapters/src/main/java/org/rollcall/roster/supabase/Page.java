package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Rows;

/// Rows as the server gave them.
///
/// @param total how many rows the question has in all, where the exact count was asked for
record Page(List<Map<String, @Nullable Object>> rows, OptionalLong total) {
  Page {
    rows = List.copyOf(rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The `key` of the last row, from which the next page goes on.
  String last(String key) {
    return Rows.text(rows.getLast().get(key));
  }

  /// Whether these are all the rows there are: only the exact count can tell.
  boolean isWhole() {
    return total.isPresent() && rows.size() >= total.getAsLong();
  }
}
