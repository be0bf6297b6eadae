package org.rollcall.model;

/// What to do where more than one answer is right.
public record Policy(
    Duplicates duplicates, Leads leads, UnknownExternalId unknownExternalId, Leavers leavers) {
  /// What a run does when the settings say nothing.
  public static final Policy DEFAULT =
      new Policy(Duplicates.ARCHIVE, Leads.KEEP, UnknownExternalId.ADOPT, new Leavers.Ignore());

  /// Older contacts of one member.
  public enum Duplicates {
    /// Archive them once the kept one is right.
    ARCHIVE,
    /// Leave them and say so.
    REPORT
  }

  /// A lead with the e-mail of a member who has a user already.
  public enum Leads {
    /// Leave it alone.
    KEEP,
    /// Merge it into the user.
    MERGE
  }

  /// A contact with a member's e-mail and an external id that nobody in the roster has.
  public enum UnknownExternalId {
    /// It becomes the member's contact.
    ADOPT,
    /// Leave it and say so.
    REPORT
  }
}
