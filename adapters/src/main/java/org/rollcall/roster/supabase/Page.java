package org.rollcall.roster.supabase;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Rows;

/// Rows as the server returned them.
///
/// @param total the exact number of rows for the question, if it was requested
record Page(List<Map<String, @Nullable Object>> rows, OptionalLong total) {
  Page {
    rows = List.copyOf(rows);
  }

  /// These rows with the exact number of all.
  Page of(long all) {
    return new Page(rows, OptionalLong.of(all));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The `key` of the last row; the next page starts after it.
  String last(String key) {
    return Rows.text(rows.getLast().get(key));
  }

  /// Whether these are all rows; only the exact count can tell.
  boolean isWhole() {
    return total.isPresent() && rows.size() >= total.getAsLong();
  }
}
