package org.rollcall.sandbox;

import tools.jackson.databind.node.ObjectNode;

/// Moves contacts out of sight and back.
record Moving(World world, Behaviour behaviour, Conflicts conflicts, Reading reading) {
  /// `POST /contacts/{id}/archive`.
  ObjectNode archive(String id, Asked asked) {
    var contact = known(id);
    var again =
        contact.standing() instanceof Standing.Archived
            && behaviour.is(OpenQuestion.ArchiveAgain.ACCEPTED);
    var moved = again ? contact : move(reading.active(id), new Standing.Archived(), asked);
    return ContactJson.stub(moved, "archived", true);
  }

  /// `POST /contacts/{id}/unarchive`.
  ObjectNode unarchive(String id, Asked asked) {
    var contact = known(id);
    var restored =
        switch (contact.standing()) {
          case Standing.Active() -> stillActive(contact);
          case Standing.Archived() -> move(notTaken(contact), new Standing.Active(), asked);
          case Standing.Blocked() -> throw blocked();
          case Standing.Merged _ ->
              throw Refusal.of(400, "bad_request", "User has been merged and is not restorable.");
          case Standing.Doomed() -> throw doomed();
        };
    return ContactJson.stub(restored, "archived", false);
  }

  /// `POST /contacts/{id}/block`.
  ObjectNode block(String id, Asked asked) {
    if (!asked.version().findsByExternalIdAndBlocks()) {
      throw Refusal.missing();
    }
    return ContactJson.stub(
        move(reading.active(id), new Standing.Blocked(), asked), "blocked", true);
  }

  /// `POST /contacts/{id}/unblock`, where it exists: the contact stays archived.
  ObjectNode unblock(String id, Asked asked) {
    if (behaviour.is(OpenQuestion.UnblockCall.MISSING)) {
      throw Refusal.of(404, "not_found", "Resource Not Found");
    }
    var contact = known(id);
    var moved =
        contact.standing() instanceof Standing.Blocked
            ? move(contact, new Standing.Archived(), asked)
            : contact;
    return ContactJson.stub(moved, "blocked", false);
  }

  /// `DELETE /contacts/{id}`: an archived contact can be deleted too.
  ObjectNode delete(String id, Asked asked) {
    var contact = known(id);
    var moved =
        switch (contact.standing()) {
          case Standing.Active(), Standing.Archived(), Standing.Blocked() ->
              move(contact, new Standing.Doomed(), asked);
          case Standing.Merged _, Standing.Doomed _ -> throw Refusal.missing();
        };
    return ContactJson.stub(moved, "deleted", true);
  }

  private StoredContact known(String id) {
    return world.contact(id).orElseThrow(Refusal::missing);
  }

  private StoredContact move(StoredContact contact, Standing standing, Asked asked) {
    var moved = contact.with(standing).updatedAt(asked.now().getEpochSecond());
    return world.store(moved, asked.now(), behaviour.searchLag());
  }

  private StoredContact stillActive(StoredContact contact) {
    return switch (behaviour.of(OpenQuestion.UnarchiveActive.class)) {
      case ACCEPTED -> contact;
      case MISSING -> throw Refusal.missing();
    };
  }

  private StoredContact notTaken(StoredContact contact) {
    if (behaviour.is(OpenQuestion.RestoreTakenExternalId.CONFLICT) && contact.isUser()) {
      contact
          .externalId()
          .flatMap(externalId -> conflicts.activeHolder(externalId, contact.id()))
          .ifPresent(other -> {
            throw conflicts.conflict(other);
          });
    }
    return contact;
  }

  private Refusal blocked() {
    var status =
        switch (behaviour.of(OpenQuestion.RestoreBlocked.class)) {
          case REFUSED_400 -> 400;
          case REFUSED_422 -> 422;
        };
    return Refusal.of(status, "not_restorable", "This user was blocked and cannot be restored.");
  }

  private Refusal doomed() {
    return switch (behaviour.of(OpenQuestion.RestoreDoomed.class)) {
      case BAD_REQUEST ->
          Refusal.of(
              400,
              "bad_request",
              "User has been marked for permanent deletion and is not restorable.");
      case SERVER_ERROR -> Refusal.of(500, "server_error", "Server Error");
    };
  }
}
