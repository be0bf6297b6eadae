package org.rollcall.model;

import java.util.List;
import java.util.SortedMap;

/// What to read from the roster, whichever way it is read.
///
/// @param schema the schema of every table named here
/// @param table the members' table
/// @param key its key column: unique, not null, the order of reading
/// @param columns the columns to read, the key among them
/// @param where all of these make a member eligible
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
