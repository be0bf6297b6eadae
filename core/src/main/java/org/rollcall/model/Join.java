package org.rollcall.model;

import java.util.SortedMap;

/// Another table whose rows belong to a member.
public sealed interface Join {
  /// The name under which the joined rows appear in the member.
  String name();

  /// The table they come from.
  String table();

  /// The columns read from it.
  SortedMap<String, ColumnType> columns();

  /// At most one row: the one whose `key` equals the member's `on`.
  ///
  /// @param on the roster column that points to the joined table
  /// @param key the joined table's key, usually `id`
  record One(
      String name, String table, String on, String key, SortedMap<String, ColumnType> columns)
      implements Join {}

  /// Any number of rows: those whose `foreignKey` equals the roster's key, in the order of their
  /// own `key`.
  ///
  /// @param foreignKey the joined table's column that holds the member's key
  /// @param key the joined table's own key, usually `id`
  record Many(
      String name,
      String table,
      String foreignKey,
      String key,
      SortedMap<String, ColumnType> columns)
      implements Join {}
}
