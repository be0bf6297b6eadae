package org.rollcall.plan;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.rollcall.model.FieldName;

/// What an earlier run of a target did, as far as a later one is judged by it.
///
/// @param ended when
/// @param members how many members the roster had; empty if the run did not read or do all of them
/// @param putAway how many contacts it archived, merged, or marked as those of leavers
/// @param emptied for each field, of how many more contacts it was cleared than filled
/// @param joined how many rows each joined table gave, by [org.rollcall.model.JoinedTable#key()],
///   and how many the members' table had; empty if the run did not read or do everybody
/// @param forced whether somebody looked at its plan and overrode the safeguard
public record PastRun(
    String run,
    Instant ended,
    OptionalInt members,
    int putAway,
    Map<FieldName, Integer> emptied,
    Map<String, Integer> joined,
    boolean forced) {
  public PastRun {
    emptied = Map.copyOf(emptied);
    joined = Map.copyOf(joined);
  }

  /// A run of which nothing is known about joined tables.
  public PastRun(
      String run,
      Instant ended,
      OptionalInt members,
      int putAway,
      Map<FieldName, Integer> emptied,
      boolean forced) {
    this(run, ended, members, putAway, emptied, Map.of(), forced);
  }
}
