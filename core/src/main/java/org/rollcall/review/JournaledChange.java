package org.rollcall.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Remedy;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Difference;

/// What the journal says of one member in one run.
///
/// @param kind what was planned
/// @param email the member's in the roster; `""` for none
/// @param contact the contact it began with or ended on; empty where none is known
/// @param intended when it was begun; empty where nothing was asked of Intercom
/// @param settled when it ended; empty where the run broke off before
/// @param outcome what became of them; empty likewise
/// @param reason why it failed or was skipped; empty where it was not
/// @param remedies the steps that were needed, in order; without those that only a later version of
///   Rollcall knows
/// @param archived older contacts that were put away
/// @param fields what was written, and what was there before
/// @param deeds what was done, in its order, or was about to be when the run broke off; empty where
///   only a later version of Rollcall knows what that was
/// @param requestId Intercom's id of the last request; `""` for none
public record JournaledChange(
    String run,
    MemberId member,
    PlannedKind kind,
    String email,
    Optional<ContactId> contact,
    Optional<Instant> intended,
    Optional<Instant> settled,
    Optional<SettledAs> outcome,
    Optional<String> reason,
    List<Remedy> remedies,
    List<ContactId> archived,
    List<Difference> fields,
    Optional<List<DeedRecord>> deeds,
    String requestId) {
  public JournaledChange {
    remedies = List.copyOf(remedies);
    archived = List.copyOf(archived);
    fields = List.copyOf(fields);
    deeds = deeds.map(List::copyOf);
  }

  /// Whether it ended so.
  public boolean endedAs(SettledAs ending) {
    return outcome.filter(ending::equals).isPresent();
  }

  /// Whether this version of Rollcall knows what was planned, what was done and what became of it.
  public boolean isKnown() {
    return deeds.isPresent() && kind != PlannedKind.UNKNOWN && !endedAs(SettledAs.UNKNOWN);
  }
}
