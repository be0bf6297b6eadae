package org.rollcall.model;

/// What to do when there is more than one right answer.
public record Policy(
    Duplicates duplicates, Leads leads, UnknownExternalId unknownExternalId, Leavers leavers) {
  /// The policy of a run if the settings say nothing.
  public static final Policy DEFAULT =
      new Policy(Duplicates.ARCHIVE, Leads.KEEP, UnknownExternalId.ADOPT, new Leavers.Ignore());

  /// Older contacts of one member.
  public enum Duplicates {
    /// Archive them once the kept contact is right.
    ARCHIVE,
    /// Leave and report them.
    REPORT
  }

  /// A lead with the e-mail of a member who already has a user.
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
    /// Leave and report it.
    REPORT
  }
}
