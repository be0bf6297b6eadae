package org.rollcall.model;

import java.util.Optional;

/// A person as Intercom holds them.
///
/// @param id Intercom's id
/// @param profile the fields Rollcall reads: the standard ones and the mapped attributes
/// @param createdAt Unix seconds; 0 where Intercom did not say
public record Contact(ContactId id, Profile profile, long createdAt) {
  /// User or lead; a contact that does not say is a user, as Intercom stores it.
  public Role role() {
    return profile.shown(FieldName.ROLE).equals("lead") ? Role.LEAD : Role.USER;
  }

  /// The identity given by whoever created the contact: a member number, or an older integration's
  /// id.
  public Optional<String> externalId() {
    return profile.get(FieldName.EXTERNAL_ID).map(Value::shown);
  }

  /// The address in the form in which addresses are looked up.
  public Optional<String> emailKey() {
    return profile.get(FieldName.EMAIL).map(Contact::key);
  }

  private static String key(Value value) {
    return value instanceof Value.Email email ? email.key() : new Value.Email(value.shown()).key();
  }
}
