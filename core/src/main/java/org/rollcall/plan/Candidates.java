package org.rollcall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.Policy;
import org.rollcall.model.Role;
import org.rollcall.model.Wanted;

/// The contacts that are a member's to take, sorted by the duplicates rule: the one that carries
/// the member's number comes first, then users before leads, then the newest.
///
/// Pure, and one rule for the plan and for what is found while it is carried out.
public final class Candidates {
  private static final Comparator<Contact> NEWEST_FIRST =
      Comparator.comparingLong(Contact::createdAt).thenComparing(Contact::id).reversed();

  private final Roll roll;
  private final Policy policy;

  public Candidates(Roll roll, Policy policy) {
    this.roll = roll;
    this.policy = policy;
  }

  /// Those among `contacts` that `wanted`'s member may take, best first.
  public List<Contact> among(List<Contact> contacts, Wanted wanted) {
    return contacts.stream()
        .filter(contact -> claim(contact, wanted) instanceof Claim.Rightful)
        .sorted(order(wanted))
        .toList();
  }

  /// Whether `contact` is the member's to take, and if not, why.
  public Claim claim(Contact contact, Wanted wanted) {
    return switch (roll.ownerOf(contact.externalId().orElse(""), wanted.member())) {
      case THIS_MEMBER -> new Claim.Rightful(Match.EXTERNAL_ID);
      case ANOTHER_MEMBER -> new Claim.AnotherMembers(contact.externalId().orElse(""));
      case NOBODY -> byEmail(contact, wanted, Match.EMAIL);
      case UNKNOWN -> unknown(contact, wanted);
    };
  }

  /// Those of `others` that shall be put away once `kept` is right: older users, and leads where
  /// the settings say merge. None where the address is shared: they might be the other member's.
  public List<Contact> surplus(Contact kept, List<Contact> others, Wanted wanted) {
    if (roll.isShared(wanted.emailKey())) {
      return List.of();
    }
    var surplus = new ArrayList<>(others);
    surplus.removeIf(contact -> contact.id().equals(kept.id()) || !isSurplus(contact));
    return List.copyOf(surplus);
  }

  private boolean isSurplus(Contact contact) {
    return switch (contact.role()) {
      case USER -> policy.duplicates() == Policy.Duplicates.ARCHIVE;
      case LEAD -> policy.leads() == Policy.Leads.MERGE;
    };
  }

  /// Intercom gives every lead a UUID for an external id, so a lead's says nothing of whose it is.
  private Claim unknown(Contact contact, Wanted wanted) {
    if (contact.role() == Role.LEAD) {
      return byEmail(contact, wanted, Match.LEAD);
    }
    return switch (policy.unknownExternalId()) {
      case ADOPT -> byEmail(contact, wanted, Match.ADOPTED);
      case REPORT -> new Claim.UnknownExternalId(contact.externalId().orElse(""));
    };
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
        .thenComparing(Contact::role)
        .thenComparing(NEWEST_FIRST);
  }
}
