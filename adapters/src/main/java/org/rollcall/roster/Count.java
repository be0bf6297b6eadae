package org.rollcall.roster;

import java.util.OptionalInt;
import org.rollcall.model.RosterQuery;

/// Whether as many members were read as there are.
///
/// A roster read page by page is no snapshot. Members who come or go while it is read move the
/// exact count from `before` to `after`, and what was read lies between the two, ends included:
/// each change was seen or was not, according to whether reading had passed its place. Anything
/// outside cannot be told from loss and stops the run.
public final class Count {
  private final RosterQuery query;
  private final OptionalInt limit;

  public Count(RosterQuery query, OptionalInt limit) {
    this.query = query;
    this.limit = limit;
  }

  /// How many of `total` shall be read.
  public long wanted(long total) {
    return limit.isPresent() ? Math.min(limit.getAsInt(), total) : total;
  }

  /// @throws org.rollcall.run.RunStopped when `read` lies outside of what was there
  public void check(long read, long before, long after) {
    var least = wanted(Math.min(before, after));
    var most = wanted(Math.max(before, after));
    if (read < least || read > most) {
      throw Stops.miscounted(query, read, before, after);
    }
  }
}
