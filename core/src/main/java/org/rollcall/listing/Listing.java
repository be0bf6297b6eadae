package org.rollcall.listing;

import org.rollcall.apply.Reply;

/// How the contacts are read: one page after the other, or a large workspace in parts at once.
///
/// @param large more contacts than that are read in parts
/// @param atOnce parts in flight; none are where it is below 2
public record Listing(long large, int atOnce) {
  /// One page after the other, however many there are.
  public static final Listing CHAIN = new Listing(Long.MAX_VALUE, 1);

  /// Below that, the pages that parts read twice cost about what the waiting for each other does.
  private static final long USUALLY_LARGE = 50_000;

  /// An answer seldom takes longer, in seconds; what is permitted in that time can be in flight.
  private static final double ANSWER = 0.2;

  /// In parts where it pays.
  ///
  /// @param most parts in flight
  /// @param perSecond permitted calls
  public static Listing auto(int most, double perSecond) {
    return new Listing(USUALLY_LARGE, (int) Math.min(most, Math.ceil(perSecond * ANSWER)));
  }

  /// @param first the first page of all
  boolean isInParts(Reply.Page first) {
    return atOnce > 1 && first.total() > large && first.next().isPresent();
  }
}
