package org.rollcall.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Thresholds;

/// Judges whether a joined table has lost its rows. What it gave to a contact would be emptied or
/// changed then, and nothing in the members' table would look wrong.
///
/// @param thresholds the joined tables may shrink by the same share as the roster
public record LostRows(Thresholds thresholds) {
  /// So many rows may vanish from a table, where four times as many members are. That harms no more
  /// people than [Safeguard] allows for one field.
  private static final int FEW = 3;

  /// One reason for each table that lost too many rows.
  List<String> objections(Plan plan, Past past) {
    return plan.whole().joined().entrySet().stream()
        .flatMap(each ->
            counts(each.getKey(), each.getValue(), plan, past).stream()
                .map(counts -> each.getKey().lost(counts) + " " + each.getKey().advice()))
        .sorted()
        .toList();
  }

  private Optional<String> counts(JoinedTable table, int rows, Plan plan, Past past) {
    var known = past.joined(table);
    return shrunk(rows, known, plan.whole().members())
        .or(() -> empty(rows, known, holders(table, plan)));
  }

  /// The reason to refuse a plan if people who are not eligible vanished from the members' table: a
  /// contact with their number would count as nobody's.
  Optional<String> everybody(Plan plan, Past past) {
    int rows = plan.whole().everybody();
    int best = rows == 0 ? 0 : past.joined().getOrDefault(Whole.EVERYBODY, 0);
    var limit = Limit.of("shrink", thresholds.shrink(), best, thresholds.floor());
    return best - rows > limit.most()
        ? Optional.of(
            "The members' table has shrunk from %d to %d rows, eligible or not, compared with the best of the last good runs; %s to be missing. Check that no policy hides some of them and that the table is whole."
                .formatted(best, rows, limit))
        : Optional.empty();
  }

  /// A sentence about a joined table that has so many rows in all, if it lost too many since the
  /// last good runs.
  ///
  /// @param best the most rows that it gave in them; empty if they do not know it
  public Optional<String> ofTable(JoinedTable table, int rows, OptionalInt best) {
    return shrunk(rows, best, Integer.MAX_VALUE).map(table::lost);
  }

  private Optional<String> shrunk(int rows, OptionalInt known, int members) {
    int best = known.orElse(0);
    var limit =
        Limit.of("shrink", thresholds.shrink(), best, thresholds.floor())
            .orAtLeast(Math.min(FEW, members / 4));
    return best - rows > limit.most()
        ? Optional.of(gives(rows, known) + "; %s to be missing".formatted(limit))
        : Optional.empty();
  }

  /// A table may be empty for good. Then the last runs know that, or nothing that it gives changes.
  private static Optional<String> empty(int rows, OptionalInt known, int holders) {
    return rows == 0 && holders > 0 && known.orElse(1) > 0
        ? Optional.of(
            gives(rows, known)
                + ", and %d contacts would lose or change what it gave them".formatted(holders))
        : Optional.empty();
  }

  /// Words for the two counts.
  public static String gives(int rows, OptionalInt best) {
    return "gives the members %d rows".formatted(rows)
        + (best.isEmpty()
            ? ""
            : ", compared with %d at the best of the last good runs".formatted(best.getAsInt()));
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
