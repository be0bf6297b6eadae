package org.rollcall.doctor;

import java.util.List;
import java.util.function.Supplier;
import org.rollcall.model.Join;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.RosterQuery;
import org.rollcall.plan.LostRows;
import org.rollcall.plan.Past;

/// Compares the rows of joined tables with what the last good runs got from them, by the rule and
/// in the words of a run.
///
/// @param query what is read
/// @param tables its joined tables, in the same order as its joins
/// @param past what earlier runs add up to; asked when a check needs it
/// @param rule the rule of a run
public record JoinedRows(
    RosterQuery query, List<JoinedTable> tables, Supplier<Past> past, LostRows rule) {
  /// What is wrong with a table that shows so many rows; empty for nothing.
  ///
  /// A run counts the members that found a row in a table joined with `on`. So the rows of such a
  /// table tell something only if there is none.
  List<Finding> of(String subject, String table, int rows) {
    var joins = query.joins().stream().filter(join -> join.table().equals(table)).toList();
    return joins.stream()
        .filter(join -> rows == 0 || join instanceof Join.Many)
        .map(join -> tables.get(query.joins().indexOf(join)))
        .flatMap(joined -> finding(subject, joined, rows).stream())
        .toList();
  }

  private List<Finding> finding(String subject, JoinedTable table, int rows) {
    var best = past.get().joined(table);
    if (rows == 0) {
      var counts = table.lost(LostRows.gives(0, best));
      return List.of(
          best.orElse(0) > 0
              ? new Finding.Wrong(subject, counts, table.advice())
              : new Finding.Warning(subject, counts, table.advice()));
    }
    return rule.ofTable(table, rows, best).stream()
        .<Finding>map(lost -> new Finding.Wrong(subject, lost, table.advice()))
        .toList();
  }
}
