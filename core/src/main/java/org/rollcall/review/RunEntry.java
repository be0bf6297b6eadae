package org.rollcall.review;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Outcome;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;

/// What a run did for one member, as somebody reads it afterwards.
///
/// @param email the member's in the roster; `""` for none
/// @param name the member's name; `""` where it is not known
/// @param outcome what became of them; empty where the run broke off before
/// @param reason why they failed or were skipped; `""` where they did neither
/// @param contact the contact it ended on; empty where none is known
/// @param fields what was written
/// @param archived older contacts that were put away
/// @param requestId Intercom's id of the last request; `""` for none
public record RunEntry(
    MemberId member,
    String email,
    String name,
    Optional<SettledAs> outcome,
    String reason,
    Optional<ContactId> contact,
    List<Difference> fields,
    List<ContactId> archived,
    String requestId) {
  public RunEntry {
    fields = List.copyOf(fields);
    archived = List.copyOf(archived);
  }

  /// What became of a member in a run that has just ended.
  public static RunEntry of(Outcome outcome) {
    return new RunEntry(
        outcome.member(),
        outcome.email(),
        outcome.name(),
        Optional.of(SettledAs.of(outcome.result())),
        outcome.reason(),
        outcome.contact(),
        outcome.differences(),
        outcome.putAway().stream().map(Contact::id).toList(),
        outcome.requestId());
  }

  /// What became of a member in a run that is remembered.
  public static RunEntry of(JournaledChange change) {
    return new RunEntry(
        change.member(),
        change.email(),
        "",
        change.outcome(),
        change.reason().orElse(""),
        change.contact(),
        change.fields(),
        change.archived(),
        change.requestId());
  }
}
