package org.rollcall.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// Finds the contacts that may become a member's, sorted by the duplicates rule: first the contact
/// with the member's number, then users before leads, then the newest.
///
/// Pure. The plan and the recovery during a run use the same rule.
public final class Candidates {
  private static final Comparator<Contact> NEWEST_FIRST =
      Comparator.comparingLong(Contact::createdAt).thenComparing(Contact::id).reversed();

  private final Roll roll;
  private final Policy policy;

  public Candidates(Roll roll, Policy policy) {
    this.roll = roll;
    this.policy = policy;
  }

  /// The contacts that the member of `wanted` may take, best first.
  public List<Contact> among(List<Contact> contacts, Wanted wanted) {
    return contacts.stream()
        .filter(contact -> claim(contact, wanted) instanceof Claim.Rightful)
        .sorted(order(wanted))
        .toList();
  }

  /// Whether the member may take `contact`, and if not, why.
  public Claim claim(Contact contact, Wanted wanted) {
    return roll.moved()
        .destination(contact)
        .map(to -> ofMoved(to, wanted))
        .orElseGet(() -> byNumber(contact, wanted));
  }

  private static Claim ofMoved(MemberId to, Wanted wanted) {
    return to.equals(wanted.member())
        ? new Claim.Rightful(Match.MOVED)
        : new Claim.AnotherMembers(to.value());
  }

  private Claim byNumber(Contact contact, Wanted wanted) {
    return switch (roll.ownerOf(contact.externalId().orElse(""), wanted.member())) {
      case THIS_MEMBER -> new Claim.Rightful(Match.EXTERNAL_ID);
      case ANOTHER_MEMBER -> new Claim.AnotherMembers(contact.externalId().orElse(""));
      case NOBODY -> byEmail(contact, wanted, Match.EMAIL);
      case UNKNOWN -> unknown(contact, wanted);
    };
  }

  /// The contacts in `others` to archive or merge once `kept` is right.
  public List<Contact> surplus(Contact kept, List<Contact> others, Wanted wanted) {
    return others.stream()
        .filter(contact -> !contact.id().equals(kept.id()) && mayBePutAway(contact, wanted))
        .toList();
  }

  /// Whether `contact` may be archived or merged as another contact of the member of `wanted`. This
  /// is the only rule for it, in the plan and during a run.
  ///
  /// It must be the member's: by their number, or by their address if it has no number or one of an
  /// integration that the settings name as out of use. Users are archived and leads merged if the
  /// settings say so. Nothing is if the address is shared, because it might be the other member's.
  public boolean mayBePutAway(Contact contact, Wanted wanted) {
    return !roll.isShared(wanted.emailKey())
        && switch (claim(contact, wanted)) {
          case Claim.Rightful(var match) -> isSurplus(contact, match);
          case Claim.AnotherMembers _, Claim.UnknownExternalId _, Claim.OtherEmail() -> false;
        };
  }

  private boolean isSurplus(Contact contact, Match match) {
    return switch (contact.role()) {
      case USER ->
          policy.duplicates() == Policy.Duplicates.ARCHIVE
              && (match != Match.ADOPTED
                  || policy.unknownExternalId().mayBePutAway(contact.externalId().orElse("")));
      case LEAD -> policy.leads() == Policy.Leads.MERGE;
    };
  }

  /// Intercom gives every lead a UUID as its external id, so a lead's external id does not tell
  /// whose it is.
  private Claim unknown(Contact contact, Wanted wanted) {
    if (contact.role() == Role.LEAD) {
      return byEmail(contact, wanted, Match.LEAD);
    }
    var externalId = contact.externalId().orElse("");
    return policy.unknownExternalId().mayBeTaken(externalId)
        ? byEmail(contact, wanted, Match.ADOPTED)
        : new Claim.UnknownExternalId(externalId);
  }

  private static Claim byEmail(Contact contact, Wanted wanted, Match match) {
    if (!contact.emailKey().equals(Optional.of(wanted.emailKey()))) {
      return new Claim.OtherEmail();
    }
    return new Claim.Rightful(contact.role() == Role.LEAD ? Match.LEAD : match);
  }

  private static Comparator<Contact> order(Wanted wanted) {
    var own = Optional.of(wanted.member().value());
    return Comparator.<Contact, Boolean>comparing(contact -> !contact.externalId().equals(own))
        .thenComparing(contact -> !contact.hasNumberOf(wanted.member()))
        .thenComparing(Contact::role)
        .thenComparing(NEWEST_FIRST);
  }
}
