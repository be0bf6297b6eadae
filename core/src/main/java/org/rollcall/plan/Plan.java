package org.rollcall.plan;

import java.util.List;

/// All that has to change, in the order of the roster. Only a plan can be applied.
///
/// @param changes one for each member read, the unchanged and the skipped among them; they may be
///   made anew whenever they are asked for
/// @param notices what the operator should know besides
public record Plan(List<Change> changes, List<Notice> notices) {
  public Plan {
    changes = changes instanceof Changes ? changes : List.copyOf(changes);
    notices = List.copyOf(notices);
  }

  /// How many of each there are.
  public Counts counts() {
    var notable = notable();
    return Counts.of(notable).withUnchanged(changes.size() - notable.size());
  }

  /// All changes but those of members whose contact is right and alone: on most nights few, however
  /// many members there are. They may be made anew whenever they are asked for.
  public List<Change> notable() {
    return changes instanceof Changes compact
        ? compact.notable()
        : changes.stream().filter(change -> !change.isQuiet()).toList();
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
