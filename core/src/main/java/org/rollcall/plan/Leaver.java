package org.rollcall.plan;

/// In what way somebody has left.
public enum Leaver {
  /// They are in the members' table and no longer eligible.
  INELIGIBLE,
  /// No row of the members' table has their number: they were deleted from it.
  ORPHAN
}
