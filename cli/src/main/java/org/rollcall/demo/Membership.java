package org.rollcall.demo;

import java.util.List;
import java.util.Map;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.MemberId;
import org.rollcall.model.Profile;
import org.rollcall.model.Wanted;

/// The members of a union as they are now, in the order in which they joined.
///
/// @param members all of them
/// @param contacts which contact is whose; whoever lost theirs has none
record Membership(List<Wanted> members, Map<MemberId, ContactId> contacts) {
  /// The share of today's members who were there a year ago.
  private static final double FIRST = 0.93;

  Membership {
    members = List.copyOf(members);
    contacts = Map.copyOf(contacts);
  }

  Wanted member(int place) {
    return members.get(place);
  }

  /// The contact that the member has, or once had.
  ContactId contact(Wanted member) {
    return contacts.getOrDefault(
        member.member(), new ContactId("65a0b1c1%016x".formatted(member.member().hashCode())));
  }

  /// The same, as a plan knows it.
  Contact listed(Wanted member) {
    return new Contact(contact(member), Profile.EMPTY, 0);
  }

  /// How many had joined by a night.
  int joined(int night, int nights) {
    int first = (int) (members.size() * FIRST);
    return first + (int) ((long) (members.size() - first) * night / Math.max(1, nights - 1));
  }
}
