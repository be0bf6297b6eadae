package org.rollcall.roster;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.ColumnType;

/// Gathers the columns of tables, with the types that the settings have for them.
public final class ColumnTypes {
  private final SortedMap<String, SortedMap<String, Optional<ColumnType>>> tables = new TreeMap<>();

  /// @param type the database's own name of the type, such as `character varying`
  public void add(String table, String column, String type) {
    tables.computeIfAbsent(table, _ -> new TreeMap<>()).put(column, of(type));
  }

  /// The columns by table and name.
  public SortedMap<String, SortedMap<String, Optional<ColumnType>>> tables() {
    return tables;
  }

  /// The type in the settings; empty for lists, objects and bytes. Texts, ids and words of an
  /// enumeration are text.
  private static Optional<ColumnType> of(String type) {
    var plain = type.replaceFirst("\\(.*?\\)", "");
    if (plain.endsWith("[]")) {
      return Optional.empty();
    }
    return switch (plain) {
      case "ARRAY", "array", "json", "jsonb", "bytea", "record", "hstore", "tsvector" ->
          Optional.empty();
      case "smallint", "integer", "bigint" -> Optional.of(ColumnType.INTEGER);
      case "numeric", "real", "double precision" -> Optional.of(ColumnType.NUMBER);
      case "boolean" -> Optional.of(ColumnType.BOOLEAN);
      case "date" -> Optional.of(ColumnType.DATE);
      case "timestamp without time zone", "timestamp with time zone" ->
          Optional.of(ColumnType.TIMESTAMP);
      default -> Optional.of(ColumnType.TEXT);
    };
  }
}
