package org.rollcall.model;

import java.util.Optional;
import java.util.Set;

/// A contact as Intercom has it.
///
/// @param id Intercom's id
/// @param profile the fields that Rollcall reads: the standard ones and the mapped attributes
/// @param createdAt Unix seconds; 0 if Intercom did not say
/// @param updatedAt when anybody changed it last, in Unix seconds; 0 if Intercom did not say
/// @param lastSeenAt when the person was seen last, as in the Messenger, in Unix seconds; 0 for
///   never, or if Intercom did not say
/// @param belongings what others have added to it, as far as it was looked for
public record Contact(
    ContactId id,
    Profile profile,
    long createdAt,
    long updatedAt,
    long lastSeenAt,
    Set<Belonging> belongings) {
  /// A contact of which nothing more is known.
  public Contact(ContactId id, Profile profile, long createdAt) {
    this(id, profile, createdAt, 0, 0, Set.of());
  }

  /// The same with the time when the person was seen last, in Unix seconds; 0 for never.
  public Contact seenAt(long time) {
    return new Contact(id, profile, createdAt, updatedAt, time, belongings);
  }

  /// User or lead; a contact without a role is a user, as Intercom stores it.
  public Role role() {
    return profile.shown(FieldName.ROLE).equals("lead") ? Role.LEAD : Role.USER;
  }

  /// The external id, sign for sign: a member number, or the id from an older integration. One of
  /// which nothing is seen is none.
  public Optional<String> externalId() {
    return profile
        .get(FieldName.EXTERNAL_ID)
        .map(Value::shown)
        .filter(id -> !Visible.of(id).isEmpty());
  }

  /// Whether it carries the number of `member`, perhaps with characters that nobody sees.
  public boolean hasNumberOf(MemberId member) {
    return externalId().filter(member::isSeenIn).isPresent();
  }

  /// Whether it carries a number or id that is not the number of `member`.
  public boolean hasNumberBeside(MemberId member) {
    return externalId().filter(id -> !member.isSeenIn(id)).isPresent();
  }

  /// The e-mail address in the form used for look-ups.
  public Optional<String> emailKey() {
    return profile.get(FieldName.EMAIL).map(Contact::key);
  }

  private static String key(Value value) {
    return value instanceof Value.Email email ? email.key() : new Value.Email(value.shown()).key();
  }
}
