package org.rollcall.plan;

import java.util.Optional;
import org.rollcall.model.Thresholds;

/// Judges whether Intercom's list has lost its contacts: then the members would be made a second
/// time, or in a workspace that is not theirs.
///
/// @param thresholds the list may shrink by the same share as the roster
record LostContacts(Thresholds thresholds) {
  private static final String CAUSES =
      "The access token may open another workspace, somebody may have archived or deleted contacts, or the list was cut. Look at the workspace in Intercom. If it is right, --force once.";

  /// The reason to refuse the plan; empty for none.
  ///
  /// @param users how many users Intercom lists
  Optional<String> objection(Counts counts, int users, Past past) {
    return lost(users, past, Whole.USERS)
        .map(limit ->
            "Intercom lists %d users, compared with %d after the best of the last good runs; %s to be missing. %s"
                .formatted(users, best(past, Whole.USERS), limit, CAUSES))
        .or(() -> notFound(counts, past));
  }

  private Optional<String> notFound(Counts counts, Past past) {
    int found = counts.update() + counts.unchanged();
    return lost(found + counts.skip(), past, Whole.FOUND)
        .filter(_ -> counts.missing() > 0)
        .map(limit ->
            "Only %d members have a contact in Intercom, compared with %d after the best of the last good runs; %s to be missing. %s"
                .formatted(found, best(past, Whole.FOUND), limit, CAUSES));
  }

  private Optional<Limit> lost(int now, Past past, String what) {
    int best = best(past, what);
    var limit = Limit.of("shrink", thresholds.shrink(), best, thresholds.floor());
    return best - now > limit.most() ? Optional.of(limit) : Optional.empty();
  }

  private static int best(Past past, String what) {
    return past.joined().getOrDefault(what, 0);
  }
}
