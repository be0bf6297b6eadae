package org.rollcall.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.plan.Difference;
import org.rollcall.plan.PastRun;

/// What a run leaves behind for those who judge the next ones.
final class Footprint {
  private final TreeMap<FieldName, Integer> emptied = new TreeMap<>();
  private int putAway;

  private Footprint() {}

  /// @param members how many members the roster had; empty if the run does not tell
  /// @param joined how many rows each joined table gave; empty if the run does not tell
  /// @param meant the fields that are made in another way on purpose; what they lose is no loss
  static PastRun of(
      String run,
      Instant ended,
      OptionalInt members,
      Map<String, Integer> joined,
      List<Outcome> outcomes,
      Set<FieldName> meant,
      boolean forced) {
    var footprint = new Footprint();
    outcomes.forEach(footprint::count);
    footprint.emptied.values().removeIf(count -> count <= 0);
    footprint.emptied.keySet().removeAll(meant);
    return new PastRun(run, ended, members, footprint.putAway, footprint.emptied, joined, forced);
  }

  private void count(Outcome outcome) {
    putAway += outcome.duplicatesArchived();
    if (outcome.remedies().contains(Remedy.ARCHIVE_DUPLICATE)) {
      putAway++;
    }
    switch (outcome.result()) {
      case Result.Departed() -> putAway++;
      case Result.Updated() -> outcome.differences().forEach(this::count);
      case Result.Created _, Result.Unchanged _, Result.Skipped _, Result.NotDone _ -> {}
    }
  }

  private void count(Difference difference) {
    if (difference.after().isEmpty()) {
      emptied.merge(difference.field(), 1, Integer::sum);
    } else if (difference.before().isEmpty()) {
      emptied.merge(difference.field(), -1, Integer::sum);
    }
  }
}
