package org.rollcall.review;

/// What is done for a member, as a file and a table have it.
public enum PlanAction {
  CREATE,
  UPDATE,
  /// An archived or blocked contact is brought back.
  REVIVE,
  /// The contact is right; older ones are put away.
  UNCHANGED,
  SKIP,
  /// Nothing is done until a person decides.
  CLASH,
  MARK_LEAVER,
  ARCHIVE_LEAVER,
  /// The contact of somebody who was deleted from the members' table is marked.
  MARK_ORPHAN,
  /// The contact of somebody who was deleted from the members' table is archived.
  ARCHIVE_ORPHAN,
  RESTORE;

  /// As a file has it: `archive_leaver`.
  public String word() {
    return StoredWord.of(this);
  }
}
