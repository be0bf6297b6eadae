package org.rollcall.model;

import java.util.List;
import java.util.SortedMap;

/// What to read from the roster, for both ways of reading.
///
/// @param schema the schema of all tables named here
/// @param table the members' table
/// @param key its key column: unique, not null, and the order of reading
/// @param columns the columns to read, including the key
/// @param where a member is eligible if all of these are met
/// @param joins the tables joined to each member
public record RosterQuery(
    String schema,
    String table,
    String key,
    SortedMap<String, ColumnType> columns,
    List<Condition> where,
    List<Join> joins) {
  public RosterQuery {
    where = List.copyOf(where);
    joins = List.copyOf(joins);
  }
}
