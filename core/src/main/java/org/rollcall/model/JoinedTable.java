package org.rollcall.model;

import java.util.Set;

/// A table that is joined to the members, as far as its loss is concerned.
///
/// @param name the name of the join in the settings
/// @param place its schema and its name
/// @param grant the statement that lets the one who reads see it
/// @param fields the fields that are computed from it
public record JoinedTable(String name, String place, String grant, Set<FieldName> fields) {
  public JoinedTable {
    fields = Set.copyOf(fields);
  }

  /// The name under which its rows are remembered. A join of another name or another table has no
  /// memory.
  public String key() {
    return name + " " + place;
  }

  /// A sentence about rows that are missing, which is the same in a run and in `doctor`.
  ///
  /// @param counts how many rows there are, and how many there should be
  public String lost(String counts) {
    return "The joined table %s (roster.join.%s) %s.".formatted(place, name, counts);
  }

  /// What to do about it.
  public String advice() {
    return "Row-level security or a missing grant is likely to hide its rows, or an import lost them: check the policies of %s, run `%s`, and look whether its rows are whole."
        .formatted(place, grant);
  }
}
