package org.rollcall.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;

/// What the earlier runs of a target add up to. Small changes of many nights are one large change.
///
/// A run whose plan somebody has overridden is a new beginning: what was done until then was looked
/// at.
///
/// @param members the most members that the roster had in the last good runs; empty if unknown
/// @param putAway how many contacts were put away in the last seven days
/// @param emptied for each field, of how many contacts it was cleared in the last seven days
/// @param joined for each joined table that they know, by [org.rollcall.model.JoinedTable#key()],
///   the most rows that it gave in the last good runs
public record Past(
    OptionalInt members,
    int putAway,
    Map<FieldName, Integer> emptied,
    Map<String, Integer> joined) {
  /// Nothing is known.
  public static final Past UNKNOWN = new Past(OptionalInt.empty(), 0, Map.of());

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int GOOD_RUNS = 14;

  public Past {
    emptied = Map.copyOf(emptied);
    joined = Map.copyOf(joined);
  }

  /// The same where nothing is known about joined tables.
  public Past(OptionalInt members, int putAway, Map<FieldName, Integer> emptied) {
    this(members, putAway, emptied, Map.of());
  }

  /// What `runs`, in any order, add up to at `now`.
  ///
  /// The roster and its joined tables are compared with their best of the last 14 good runs, and of
  /// the last seven days if there were more.
  public static Past of(List<PastRun> runs, Instant now) {
    var latest = runs.stream().sorted(Comparator.comparing(PastRun::ended).reversed()).toList();
    var since = now.minus(WEEK);
    var emptied = new TreeMap<FieldName, Integer>();
    var members = new Best();
    var joined = new TreeMap<String, Best>();
    int putAway = 0;
    for (var run : latest) {
      boolean recent = !run.ended().isBefore(since);
      run.members().ifPresent(count -> members.see(count, recent));
      run.joined()
          .forEach(
              (table, rows) -> joined.computeIfAbsent(table, _ -> new Best()).see(rows, recent));
      if (run.forced()) {
        break;
      }
      if (recent) {
        putAway += run.putAway();
        run.emptied().forEach((field, count) -> emptied.merge(field, count, Integer::sum));
      }
    }
    var rows = new TreeMap<String, Integer>();
    joined.forEach((table, best) -> best.most.ifPresent(most -> rows.put(table, most)));
    return new Past(members.most, putAway, emptied, rows);
  }

  /// The greatest count of the last good runs, the latest of which comes first.
  private static final class Best {
    private OptionalInt most = OptionalInt.empty();
    private int runs;

    void see(int count, boolean recent) {
      if (recent || runs < GOOD_RUNS) {
        runs++;
        most = OptionalInt.of(Math.max(most.orElse(0), count));
      }
    }
  }

  /// The most rows that a joined table gave in the last good runs; empty if they do not know it.
  public OptionalInt joined(JoinedTable table) {
    var rows = joined.get(table.key());
    return rows == null ? OptionalInt.empty() : OptionalInt.of(rows);
  }

  /// The same where the number of members tells nothing.
  public Past withoutMembers() {
    return new Past(OptionalInt.empty(), putAway, emptied);
  }
}
