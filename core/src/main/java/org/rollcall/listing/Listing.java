package org.rollcall.listing;

import java.time.Duration;
import org.rollcall.apply.Reply;

/// How the contacts are read: one page after the other, or a large workspace in parts at once.
///
/// @param large more contacts than that are read in parts
/// @param atOnce parts in flight; below 2, nothing is read in parts
/// @param hidden whether the contacts that are not active are read, too
/// @param patience how long to wait for a page that does not come
public record Listing(long large, int atOnce, Hidden hidden, Duration patience) {
  /// One page after the other, however many there are.
  public static final Listing CHAIN = new Listing(Long.MAX_VALUE, 1);

  /// Whether the contacts that are not active are read.
  public enum Hidden {
    /// Where a member lacks a contact and Intercom has a list of them.
    AUTO,
    /// Always: without the list there is no plan.
    LIST,
    /// Never: Intercom names them when their members are written.
    DISCOVER
  }

  /// Active contacts only, without patience.
  public Listing(long large, int atOnce) {
    this(large, atOnce, Hidden.DISCOVER, Duration.ZERO);
  }

  /// The same, reading the contacts that are not active in this way.
  public Listing with(Hidden how) {
    return new Listing(large, atOnce, how, patience);
  }

  /// The same, waiting for a page for so long.
  public Listing patient(Duration most) {
    return new Listing(large, atOnce, hidden, most);
  }

  /// The same, one page after the other.
  public Listing byChain() {
    return CHAIN.with(hidden).patient(patience);
  }

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
