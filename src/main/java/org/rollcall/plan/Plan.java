package org.rollcall.plan;

import java.util.List;

/// All that has to change, in the order of the roster. Only a plan can be applied.
///
/// @param changes one for each member read, the unchanged and the skipped among them
/// @param notices what the operator should know besides
public record Plan(List<Change> changes, List<Notice> notices) {
  public Plan {
    changes = List.copyOf(changes);
    notices = List.copyOf(notices);
  }

  /// How many of each there are.
  public Counts counts() {
    return Counts.of(changes);
  }

  /// Whether applying it would change nothing in Intercom.
  public boolean isEmpty() {
    var counts = counts();
    return counts.create() == 0
        && counts.update() == 0
        && counts.archive() == 0
        && counts.depart() == 0;
  }
}
