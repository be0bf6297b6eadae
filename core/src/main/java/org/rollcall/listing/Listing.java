package org.rollcall.listing;

import org.rollcall.apply.Reply;

/// How the contacts are read: one page after the other, or a large workspace in parts at once.
///
/// @param large more contacts than that are read in parts
/// @param atOnce parts in flight; below 2, nothing is read in parts
public record Listing(long large, int atOnce) {
  /// One page after the other, however many there are.
  public static final Listing CHAIN = new Listing(Long.MAX_VALUE, 1);

  /// With fewer contacts, the pages that parts read twice cost about as much as parts save.
  private static final long USUALLY_LARGE = 50_000;

  /// An answer seldom takes longer, in seconds. As many calls as are permitted in that time can be
  /// in flight.
  private static final double ANSWER = 0.2;

  /// In parts where it pays.
  ///
  /// @param most parts in flight
  /// @param perSecond permitted calls
  public static Listing auto(int most, double perSecond) {
    return new Listing(USUALLY_LARGE, (int) Math.min(most, Math.ceil(perSecond * ANSWER)));
  }

  /// A list with empty entries is read whole: only a count over all of it tells what they hide.
  ///
  /// @param first the first page of all
  boolean isInParts(Reply.Page first) {
    return atOnce > 1 && first.total() > large && first.gaps() == 0 && first.next().isPresent();
  }
}
