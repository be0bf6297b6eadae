package org.rollcall.survey;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollcall.model.ColumnType;

/// The tables and views of the roster's schema, as far as its reader may see them.
///
/// @param tables the columns of each table with their types; a column without a type holds lists or
///   objects, which no setting can read
public record SchemaTables(SortedMap<String, SortedMap<String, Optional<ColumnType>>> tables) {
  public SchemaTables {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /// The names of all tables.
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(tables.keySet()));
  }

  /// The columns of a table; none where there is no such table.
  public SortedMap<String, Optional<ColumnType>> columns(String table) {
    return tables.getOrDefault(table, Collections.emptySortedMap());
  }
}
