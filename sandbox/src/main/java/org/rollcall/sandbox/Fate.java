package org.rollcall.sandbox;

/// What years of use have done to one member's contact. Every constant except [#RIGHT] and
/// [#LEAD_BESIDE] needs a run's attention. The shares are those of an ordinary night, when a run
/// has little to do.
public enum Fate {
  /// The contact is as it should be, perhaps in other letter case.
  RIGHT(0),
  /// One field is out of date.
  STALE(0.004),
  /// Several fields are out of date.
  VERY_STALE(0.002),
  /// There is no contact.
  MISSING(0.002),
  /// The contact is archived.
  ARCHIVED(0.0006),
  /// The contact is archived and has a former e-mail.
  ARCHIVED_ELSEWHERE(0.0004),
  /// The contact was archived before it had an external id.
  ARCHIVED_NAMELESS(0.0003),
  /// The contact is right, but there are older ones with its e-mail and no external id.
  DUPLICATED(0.001),
  /// The contact is blocked.
  BLOCKED(0.0005),
  /// The contact is a lead; nobody noticed that the person is a member.
  LEAD(0.001),
  /// The contact is right; there is also a lead with its e-mail, which needs no attention.
  LEAD_BESIDE(0.001),
  /// The contact has an external id that an older website gave it.
  WEBSITE(0.0015),
  /// The contact has the e-mail but no external id.
  NAMELESS(0.001);

  private static final int LIVELY = 200;
  private static final int A_FEW = 3;

  private final double share;

  Fate(double share) {
    this.share = share;
  }

  /// How many of `members` have this fate: its share, but at least a few in a large roster.
  int count(int members) {
    if (this == RIGHT) {
      return 0;
    }
    var least = members >= LIVELY ? A_FEW : 0;
    return Math.max(least, (int) Math.round(share * members));
  }
}
