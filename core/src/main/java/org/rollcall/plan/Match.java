package org.rollcall.plan;

/// How a member's contact was recognised.
public enum Match {
  /// It has the member's number as its external id.
  EXTERNAL_ID,
  /// It has the member's e-mail and no external id.
  EMAIL,
  /// It has the member's e-mail and an external id that no member of the roster has.
  ADOPTED,
  /// It has the member's e-mail and name, and a number that was theirs or another's before.
  MOVED,
  /// It is a lead with the member's e-mail, and becomes a user.
  LEAD;

  /// As a sentence tells it after `recognised`.
  public String words() {
    return switch (this) {
      case EXTERNAL_ID -> "by external id";
      case EMAIL -> "by e-mail";
      case ADOPTED -> "adopted: nobody in the roster has its external id";
      case MOVED -> "by e-mail and name: the number has moved";
      case LEAD -> "a lead, to become a user";
    };
  }
}
