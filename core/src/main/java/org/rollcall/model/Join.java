package org.rollcall.model;

import java.util.SortedMap;

/// Another table with rows that belong to a member.
public sealed interface Join {
  /// The name under which the joined rows appear in the member.
  String name();

  /// The name of the table.
  String table();

  /// The columns to read.
  SortedMap<String, ColumnType> columns();

  /// At most one row: the one whose `key` equals the member's `on`.
  ///
  /// @param on the roster column that points to the joined table
  /// @param key the joined table's key, usually `id`
  record One(
      String name, String table, String on, String key, SortedMap<String, ColumnType> columns)
      implements Join {}

  /// Any number of rows: those whose `foreignKey` equals the roster's key, in the order of `key`.
  ///
  /// @param foreignKey the joined table's column with the member's key
  /// @param key the joined table's own key, usually `id`
  record Many(
      String name,
      String table,
      String foreignKey,
      String key,
      SortedMap<String, ColumnType> columns)
      implements Join {}
}
