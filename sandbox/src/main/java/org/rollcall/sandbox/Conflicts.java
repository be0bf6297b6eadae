package org.rollcall.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the contact that already has an external id or an e-mail.
///
/// Only users conflict with each other; leads never do.
record Conflicts(World world, Behaviour behaviour) {
  private static final Comparator<StoredContact> ACTIVE_FIRST =
      Comparator.comparingInt(contact -> contact.isActive() ? 0 : 1);

  /// Refuses a new user that conflicts with an existing one. Hidden contacts conflict too.
  ///
  /// @throws Refusal when there is a conflict
  void refuseNewUser(Patch patch) {
    var externalId = patch.text(StoredContact.EXTERNAL_ID);
    var sameId = externalId.stream().flatMap(id -> users(world.withExternalId(id)));
    var sameEmail =
        externalId.isPresent() && behaviour.is(OpenQuestion.KnownEmail.SECOND_USER)
            ? Stream.<StoredContact>empty()
            : withEmail(patch).filter(contact -> !(contact.state() instanceof ContactState.Merged));
    first(sameId)
        .or(() -> first(sameEmail))
        .ifPresent(other -> {
          throw conflict(other);
        });
  }

  /// An active user other than `self` with that external id.
  Optional<StoredContact> activeHolder(String externalId, String self) {
    return first(users(world.withExternalId(externalId)).filter(other -> isOther(other, self)));
  }

  /// An active user other than `self` with the e-mail in `patch`.
  Optional<StoredContact> activeEmailHolder(Patch patch, String self) {
    return first(withEmail(patch).filter(other -> isOther(other, self)));
  }

  /// The error answer that names `other`.
  Refusal conflict(StoredContact other) {
    if (other.state() instanceof ContactState.Blocked
        && behaviour.is(OpenQuestion.RecreateBlocked.NOT_RESTORABLE)) {
      return Refusal.of(400, "not_restorable", "This user was blocked and cannot be recreated.");
    }
    var who = other.isActive() ? "A contact" : "An archived contact";
    var text = who + " matching those details already exists";
    return Refusal.of(
        409,
        "conflict",
        switch (behaviour.of(OpenQuestion.ConflictText.class)) {
          case WITH_ID -> text + " with id=" + other.id();
          case WITHOUT_ID -> text;
        });
  }

  private Stream<StoredContact> withEmail(Patch patch) {
    return patch.text(StoredContact.EMAIL).stream().flatMap(email -> users(world.withEmail(email)));
  }

  private static Stream<StoredContact> users(List<StoredContact> contacts) {
    return contacts.stream().filter(StoredContact::isUser);
  }

  private static boolean isOther(StoredContact contact, String self) {
    return contact.isActive() && !contact.id().equals(self);
  }

  private static Optional<StoredContact> first(Stream<StoredContact> contacts) {
    return contacts.min(ACTIVE_FIRST);
  }
}
