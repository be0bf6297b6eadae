package org.rollcall.roster;

import java.util.OptionalInt;
import org.rollcall.model.RosterQuery;

/// Checks that as many members were read as exist.
///
/// A roster that is read page by page is not a snapshot. Members who come or go during the reading
/// change the exact count from `before` to `after`, and the number read lies between the two, ends
/// included. A number outside may mean loss and stops the run.
public final class Count {
  private final RosterQuery query;
  private final OptionalInt limit;

  public Count(RosterQuery query, OptionalInt limit) {
    this.query = query;
    this.limit = limit;
  }

  /// How many of `total` members are to be read.
  public long wanted(long total) {
    return limit.isPresent() ? Math.min(limit.getAsInt(), total) : total;
  }

  /// @throws org.rollcall.run.RunStopped when `read` is not between `before` and `after`
  public void check(long read, long before, long after) {
    var least = wanted(Math.min(before, after));
    var most = wanted(Math.max(before, after));
    if (read < least || read > most) {
      throw Stops.miscounted(query, read, before, after);
    }
  }
}
