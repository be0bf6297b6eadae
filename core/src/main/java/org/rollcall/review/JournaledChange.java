package org.rollcall.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;

/// What the journal says of one member in one run.
///
/// @param kind what was planned: `create`, `update`, `archive`, `depart`, `restore` or `skip`
/// @param email the member's in the roster; `""` for none
/// @param contact the contact it began with or ended on; empty where none is known
/// @param intended when it was begun; empty where nothing was asked of Intercom
/// @param settled when it ended; empty where the run broke off before
/// @param outcome `created`, `updated`, `unchanged`, `skipped`, `failed` or `departed`; empty
///   likewise
/// @param reason why it failed or was skipped; empty where it was not
/// @param remedies the steps that were needed, in order
/// @param archived older contacts that were put away
/// @param fields what was written, and what was there before
/// @param requestId Intercom's id of the last request; `""` for none
public record JournaledChange(
    String run,
    MemberId member,
    String kind,
    String email,
    Optional<ContactId> contact,
    Optional<Instant> intended,
    Optional<Instant> settled,
    Optional<String> outcome,
    Optional<String> reason,
    List<String> remedies,
    List<ContactId> archived,
    List<Difference> fields,
    String requestId) {
  public JournaledChange {
    remedies = List.copyOf(remedies);
    archived = List.copyOf(archived);
    fields = List.copyOf(fields);
  }
}
