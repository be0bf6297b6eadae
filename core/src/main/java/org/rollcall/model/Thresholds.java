package org.rollcall.model;

/// How much a plan may change before it is refused. Shares are between 0 and 1, of the members in
/// the plan.
///
/// @param creates most creates, unless the workspace holds none of the roster yet (a first load)
/// @param updates most updates
/// @param archives most surplus contacts archived
/// @param clears most members whose same field is emptied
/// @param shrink most by which the roster may have shrunk since the last good run
/// @param floor changes of one kind that are always allowed, however small the roster
public record Thresholds(
    double creates, double updates, double archives, double clears, double shrink, int floor) {
  /// What a run allows when the settings say nothing.
  public static final Thresholds DEFAULT = new Thresholds(0.5, 0.5, 0.05, 0.2, 0.2, 50);
}
