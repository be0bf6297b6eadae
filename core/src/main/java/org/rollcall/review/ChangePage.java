package org.rollcall.review;

import java.util.Optional;
import org.rollcall.model.MemberId;

/// A part of what a run did, in the order of the members' numbers.
///
/// @param failed only members who failed
/// @param after only members after this one; empty for the first page
/// @param most how many at most
public record ChangePage(boolean failed, Optional<MemberId> after, int most) {
  /// Shorter numbers come first, so that 9 comes before 10.
  private static int compare(MemberId one, MemberId other) {
    int order = Integer.compare(one.value().length(), other.value().length());
    return order == 0 ? one.compareTo(other) : order;
  }

  boolean includes(JournaledChange change) {
    return (!failed || change.endedAs(SettledAs.FAILED))
        && after.filter(last -> compare(change.member(), last) <= 0).isEmpty();
  }
}
