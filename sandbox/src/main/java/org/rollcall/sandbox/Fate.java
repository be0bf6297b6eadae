package org.rollcall.sandbox;

/// What years of use have made of one member's contact. Everything but [#RIGHT] needs a run's care,
/// unless it says otherwise. The shares are those of an ordinary night, when a run has little to
/// do.
public enum Fate {
  /// It is as it should be, perhaps in other letter case.
  RIGHT(0),
  /// One field is of the past.
  STALE(0.004),
  /// Several are.
  VERY_STALE(0.002),
  /// There is none.
  MISSING(0.002),
  /// It is archived.
  ARCHIVED(0.0006),
  /// It is archived, with an e-mail of the past.
  ARCHIVED_ELSEWHERE(0.0004),
  /// Somebody archived it before it ever had an external id.
  ARCHIVED_NAMELESS(0.0003),
  /// It is right, and beside it are older ones with its e-mail and no external id.
  DUPLICATED(0.001),
  /// It is blocked.
  BLOCKED(0.0005),
  /// It is a lead, and nobody noticed that the person is a member.
  LEAD(0.001),
  /// It is right, and a lead with its e-mail is beside it, which is nobody's worry.
  LEAD_BESIDE(0.001),
  /// It carries the external id that an older website gave it.
  WEBSITE(0.0015),
  /// It has the e-mail but no external id.
  NAMELESS(0.001);

  private static final int LIVELY = 200;
  private static final int A_FEW = 3;

  private final double share;

  Fate(double share) {
    this.share = share;
  }

  /// How many of `members` it befalls: its share, and a few at least where there are enough.
  int count(int members) {
    if (this == RIGHT) {
      return 0;
    }
    var least = members >= LIVELY ? A_FEW : 0;
    return Math.max(least, (int) Math.round(share * members));
  }
}
