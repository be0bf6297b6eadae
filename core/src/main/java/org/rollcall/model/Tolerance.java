package org.rollcall.model;

/// After which failures a scheduler may take a run for a success.
public enum Tolerance {
  /// After those of members who are ignored.
  IGNORED,
  /// Also after those that were there before, for the same cause.
  KNOWN,
  /// After none.
  NONE
}
