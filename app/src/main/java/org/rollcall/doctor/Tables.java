package org.rollcall.doctor;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.model.Condition;
import org.rollcall.model.Join;
import org.rollcall.model.RosterQuery;

/// Every table that a query reads, with all the columns that it needs.
final class Tables {
  private Tables() {}

  /// The tables, beginning with the members' table.
  static SequencedMap<String, Set<String>> of(RosterQuery query) {
    var tables = new LinkedHashMap<String, Set<String>>();
    var members = tables.computeIfAbsent(query.table(), _ -> new TreeSet<>());
    members.add(query.key());
    members.addAll(query.columns().keySet());
    query.where().stream().map(Condition::column).forEach(members::add);
    for (var join : query.joins()) {
      var joined = tables.computeIfAbsent(join.table(), _ -> new TreeSet<>());
      joined.addAll(join.columns().keySet());
      switch (join) {
        case Join.One one -> {
          members.add(one.on());
          joined.add(one.key());
        }
        case Join.Many many -> {
          joined.add(many.foreignKey());
          joined.add(many.key());
        }
      }
    }
    return tables;
  }
}
