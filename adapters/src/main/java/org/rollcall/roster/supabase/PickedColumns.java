package org.rollcall.roster.supabase;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drops the columns of a row that were read only to find it.
final class PickedColumns {
  private PickedColumns() {}

  /// The `columns` of `row`, in their order.
  static Map<String, @Nullable Object> of(Map<?, ?> row, Collection<String> columns) {
    var picked = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(columns.size());
    columns.forEach(column -> picked.put(column, row.get(column)));
    return picked;
  }
}
