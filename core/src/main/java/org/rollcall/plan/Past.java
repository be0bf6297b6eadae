package org.rollcall.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.rollcall.model.FieldName;

/// What the earlier runs of a target add up to. Small changes of many nights are one large change.
///
/// A run whose plan somebody has overridden is a new beginning: what was done until then was looked
/// at.
///
/// @param members the most members that the roster had in the last good runs; empty if unknown
/// @param putAway how many contacts were put away in the last seven days
/// @param emptied for each field, of how many contacts it was cleared in the last seven days
public record Past(OptionalInt members, int putAway, Map<FieldName, Integer> emptied) {
  /// Nothing is known.
  public static final Past UNKNOWN = new Past(OptionalInt.empty(), 0, Map.of());

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int GOOD_RUNS = 14;

  public Past {
    emptied = Map.copyOf(emptied);
  }

  /// What `runs`, in any order, add up to at `now`.
  ///
  /// The roster is compared with its best of the last 14 good runs, and of the last seven days if
  /// there were more.
  public static Past of(List<PastRun> runs, Instant now) {
    var latest = runs.stream().sorted(Comparator.comparing(PastRun::ended).reversed()).toList();
    var since = now.minus(WEEK);
    var emptied = new TreeMap<FieldName, Integer>();
    var members = OptionalInt.empty();
    int putAway = 0;
    int good = 0;
    for (var run : latest) {
      boolean recent = !run.ended().isBefore(since);
      if (run.members().isPresent() && (recent || good < GOOD_RUNS)) {
        good++;
        members = OptionalInt.of(Math.max(members.orElse(0), run.members().getAsInt()));
      }
      if (run.forced()) {
        break;
      }
      if (recent) {
        putAway += run.putAway();
        run.emptied().forEach((field, count) -> emptied.merge(field, count, Integer::sum));
      }
    }
    return new Past(members, putAway, emptied);
  }

  /// The same where the number of members tells nothing.
  public Past withoutMembers() {
    return new Past(OptionalInt.empty(), putAway, emptied);
  }
}
