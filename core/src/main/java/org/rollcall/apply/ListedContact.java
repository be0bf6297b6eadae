package org.rollcall.apply;

import java.util.Optional;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;

/// The contact that the plan found for the member.
///
/// @param planned as it was listed; empty where the plan was to make one
/// @param gone whether it turned out to be no more: merged into another, or deleted
record ListedContact(Optional<Contact> planned, boolean gone) {
  static ListedContact of(Optional<Contact> planned) {
    return new ListedContact(planned, false);
  }

  /// The contact, unless it is gone.
  Optional<Contact> standing() {
    return gone ? Optional.empty() : planned;
  }

  boolean is(ContactId id) {
    return planned.map(Contact::id).filter(id::equals).isPresent();
  }

  ListedContact losing() {
    return new ListedContact(planned, true);
  }
}
