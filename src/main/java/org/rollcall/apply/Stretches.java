package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.plan.Change;

/// Cuts a plan where calls are made: each stretch is one member that needs Intercom, after those
/// before it that don't.
///
/// On most nights nearly everybody is right already. Taken up one by one they would fill every
/// place in flight and every batch, and the few calls between them would wait for each other.
final class Stretches {
  private Stretches() {}

  /// The changes in their order; only the last of each stretch may need a call, and only in the
  /// last stretch may nobody.
  static List<List<Change>> of(List<Change> changes) {
    var stretches = new ArrayList<List<Change>>();
    int from = 0;
    for (int to = 1; to <= changes.size(); to++) {
      if (to == changes.size() || changes.get(to - 1).asks()) {
        stretches.add(changes.subList(from, to));
        from = to;
      }
    }
    return stretches;
  }
}
