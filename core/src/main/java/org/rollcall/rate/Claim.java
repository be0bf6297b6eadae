package org.rollcall.rate;

/// What a user of a rate has said to the others. Shares are of the whole rate, from 0 to 1, so that
/// users who know different limits can share.
///
/// @param user its name among the users
/// @param reserved the share that nobody else may use
/// @param wanted the share that it could use
/// @param lives whether it has asked lately. One that has not keeps what it reserved until its
///   calls no longer count, and gets nothing.
public record Claim(String user, double reserved, double wanted, boolean lives) {
  /// Whether the user leaves, and nothing counts for it any more.
  public boolean isNothing() {
    return reserved == 0 && wanted == 0;
  }
}
