package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Thresholds;

/// Judges whether a joined table has lost its rows. What it gave to a contact would be emptied or
/// changed then, and nothing in the members' table would look wrong.
///
/// @param thresholds the joined tables may shrink by the same share as the roster
record LostRows(Thresholds thresholds) {
  /// So many rows may vanish from a table that had at least that many, where four times as many
  /// members are. That harms no more people than [Safeguard] allows for one field.
  private static final int FEW = 3;

  /// One reason for each table that lost too many rows.
  List<String> objections(Plan plan, Past past) {
    return plan.whole().joined().entrySet().stream()
        .flatMap(each ->
            counts(each.getKey(), each.getValue(), plan, past).map(each.getKey()::lost).stream())
        .sorted()
        .toList();
  }

  private Optional<String> counts(JoinedTable table, int rows, Plan plan, Past past) {
    var known = Optional.ofNullable(past.joined().get(table.key()));
    return known
        .flatMap(best -> shrunk(rows, best, plan.whole().members()))
        .or(() ->
            rows == 0 && known.orElse(1) > 0
                ? empty(table, plan, known.orElse(0))
                : Optional.empty());
  }

  private Optional<String> shrunk(int rows, int best, int members) {
    var limit = limit(best, members);
    return best - rows > limit.most()
        ? Optional.of(
            "gives the members %d rows, compared with %d at the best of the last good runs; %s to be missing"
                .formatted(rows, best, limit))
        : Optional.empty();
  }

  private Limit limit(int best, int members) {
    return Limit.of("shrink", thresholds.shrink(), best, thresholds.floor())
        .orAtLeast(Math.min(FEW, members / 4));
  }

  /// A table may be empty for good. Then nothing that it gives changes.
  private static Optional<String> empty(JoinedTable table, Plan plan, int best) {
    int holders = holders(table, plan);
    if (holders == 0) {
      return Optional.empty();
    }
    var before =
        best == 0 ? "" : ", compared with %d at the best of the last good runs".formatted(best);
    return Optional.of(
        "gives the members 0 rows%s, and %d contacts would lose or change what it gave them"
            .formatted(before, holders));
  }

  /// How many contacts hold a value of the table that the plan would take or change.
  private static int holders(JoinedTable table, Plan plan) {
    return (int)
        plan.notable().stream()
            .filter(change ->
                change instanceof Change.Update update
                    && update.differences().stream()
                        .anyMatch(each ->
                            table.fields().contains(each.field()) && !each.before().isEmpty()))
            .count();
  }
}
