package org.rollcall.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tables of a store as they lie there, whatever the program makes of them.
///
/// @param columns of each table with their types, in no order
/// @param rows of each table, by column; a null is the text `null`
record StoreTables(Map<String, Set<String>> columns, Map<String, List<Map<String, String>>> rows) {
  private static final String HISTORY = "flyway_schema_history";

  /// All but the list of migrations.
  static StoreTables of(StorePlace place) throws SQLException {
    try (var connection = place.connect()) {
      var columns = columns(connection, place);
      var rows = new TreeMap<String, List<Map<String, String>>>();
      for (var table : columns.keySet()) {
        rows.put(table, rows(connection, place.schema(), table));
      }
      return new StoreTables(columns, rows);
    }
  }

  /// Which migrations it has seen, each as often as it did.
  static List<String> formats(StorePlace place) throws SQLException {
    try (var connection = place.connect()) {
      return rows(connection, place.schema(), HISTORY).stream()
          .map(row -> row.getOrDefault("version", ""))
          .filter(version -> !version.equals("null"))
          .toList();
    }
  }

  /// None where there is no such table.
  List<Map<String, String>> in(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /// Whether a row of an earlier format has become this one. What was keyed by roster or workspace
  /// waits for its target.
  static boolean isKept(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .allMatch(each ->
            after.containsKey(each.getKey())
                ? Objects.equals(after.get(each.getKey()), each.getValue())
                : ("unknown " + each.getValue()).equals(after.get("target")));
  }

  private static Map<String, Set<String>> columns(Connection connection, StorePlace place)
      throws SQLException {
    var found = new TreeMap<String, Set<String>>();
    try (var statement = connection.createStatement();
        var columns = statement.executeQuery(place.columns())) {
      while (columns.next()) {
        found
            .computeIfAbsent(columns.getString(1), _ -> new TreeSet<>())
            .add(
                "%s %s %s %s"
                    .formatted(
                        columns.getString(2),
                        columns.getString(3),
                        columns.getString(4),
                        columns.getString(5)));
      }
    }
    found.remove(HISTORY);
    return found;
  }

  private static List<Map<String, String>> rows(Connection connection, String schema, String table)
      throws SQLException {
    var place = schema.isEmpty() ? table : schema + "." + table;
    var found = new ArrayList<Map<String, String>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + place)) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  private static Map<String, String> row(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData();
    var row = new TreeMap<String, String>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      row.put(columns.getColumnName(column), String.valueOf(rows.getString(column)));
    }
    return row;
  }
}
