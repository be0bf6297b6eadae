package org.rollcall.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;
import org.rollcall.plan.Change;

/// Cuts a plan where calls are made: each stretch is one member that needs Intercom, after those
/// before it that don't.
///
/// On most nights nearly everybody is right already. Taken up one by one they would fill every
/// place in flight and every batch, and the few calls between them would wait for each other.
final class Stretches {
  /// Bounds what is held of a plan at a time.
  private static final int LONGEST = 200;

  private Stretches() {}

  /// The changes in their order, none left out; only the last of each stretch may need a call.
  static Gatherer<Change, ?, List<Change>> cut() {
    return Gatherer.<Change, List<Change>, List<Change>>ofSequential(
        ArrayList::new,
        (stretch, change, downstream) -> {
          stretch.add(change);
          return !(change.asks() || stretch.size() == LONGEST) || end(stretch, downstream);
        },
        (stretch, downstream) -> {
          if (!stretch.isEmpty()) {
            end(stretch, downstream);
          }
        });
  }

  private static boolean end(
      List<Change> stretch, Gatherer.Downstream<? super List<Change>> downstream) {
    var whole = List.copyOf(stretch);
    stretch.clear();
    return downstream.push(whole);
  }
}
