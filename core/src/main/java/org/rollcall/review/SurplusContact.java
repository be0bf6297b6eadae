package org.rollcall.review;

import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;

/// An older contact of a member, to be put away.
///
/// @param email `""` for none
/// @param created when Intercom made it, in seconds since 1970; 0 where that is unknown
public record SurplusContact(ContactId contact, String email, long created) {
  static SurplusContact of(Contact contact) {
    return new SurplusContact(
        contact.id(), contact.profile().shown(FieldName.EMAIL), contact.createdAt());
  }
}
