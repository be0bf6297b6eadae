package org.rollcall.model;

/// How much a plan may change before it is refused. Shares are between 0 and 1, and refer to the
/// members in the plan.
///
/// @param creates the maximum share of creates, except in a first load
/// @param updates the maximum share of updates
/// @param archives the maximum share of archived contacts
/// @param clears the maximum share of members for whom the same field is cleared
/// @param shrink the maximum share by which the roster may have shrunk since the last good run
/// @param floor the number of changes of one kind that is always allowed, even for a small roster
public record Thresholds(
    double creates, double updates, double archives, double clears, double shrink, int floor) {
  /// The limits of a run if the settings say nothing.
  public static final Thresholds DEFAULT = new Thresholds(0.5, 0.5, 0.05, 0.2, 0.2, 50);
}
