package org.rollcall.model;

/// How much a plan may change before it is refused. Shares are between 0 and 1, and refer to the
/// members in the plan if nothing else is said.
///
/// @param creates the maximum share of creates, except in a first load
/// @param updates the maximum share of updates
/// @param archives the maximum share of archived contacts and leavers, each night and in seven days
/// @param clears the maximum share of the contacts that hold a field for which it is cleared
/// @param identity the maximum share of changed e-mails, and of changed external ids
/// @param moves the maximum share of contacts whose number goes to another member
/// @param shrink the maximum share by which the roster may have shrunk since the last good runs
/// @param floor the number of changes of one kind that is allowed even for a small roster; never
///   more than a quarter of it
public record Thresholds(
    double creates,
    double updates,
    double archives,
    double clears,
    double identity,
    double moves,
    double shrink,
    int floor) {
  /// The limits of a run if the settings say nothing.
  public static final Thresholds DEFAULT = new Thresholds(0.5, 0.5, 0.05, 0.2, 0.1, 0.01, 0.2, 50);
}
