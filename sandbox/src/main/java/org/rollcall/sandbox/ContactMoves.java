package org.rollcall.sandbox;

import tools.jackson.databind.node.ObjectNode;

/// Archives, unarchives, blocks, unblocks and deletes contacts.
record ContactMoves(World world, Behaviour behaviour, Conflicts conflicts, ContactLookup lookup) {
  /// `POST /contacts/{id}/archive`.
  ObjectNode archive(String id, CallInput input) {
    var contact = known(id);
    var again =
        contact.state() instanceof ContactState.Archived
            && behaviour.is(OpenQuestion.ArchiveAgain.ACCEPTED);
    var moved = again ? contact : move(lookup.active(id), new ContactState.Archived(), input);
    return ContactJson.stub(moved, "archived", true);
  }

  /// `POST /contacts/{id}/unarchive`.
  ObjectNode unarchive(String id, CallInput input) {
    var contact = known(id);
    var restored =
        switch (contact.state()) {
          case ContactState.Active() -> stillActive(contact);
          case ContactState.Archived() -> move(notTaken(contact), new ContactState.Active(), input);
          case ContactState.Blocked() -> throw blocked();
          case ContactState.Merged _ ->
              throw Refusal.of(400, "bad_request", "User has been merged and is not restorable.");
          case ContactState.Doomed() -> throw doomed();
        };
    return ContactJson.stub(restored, "archived", false);
  }

  /// `POST /contacts/{id}/block`.
  ObjectNode block(String id, CallInput input) {
    if (!input.version().findsByExternalIdAndBlocks()) {
      throw Refusal.missing();
    }
    return ContactJson.stub(
        move(lookup.active(id), new ContactState.Blocked(), input), "blocked", true);
  }

  /// `POST /contacts/{id}/unblock`, if it exists: the contact stays archived.
  ObjectNode unblock(String id, CallInput input) {
    if (behaviour.is(OpenQuestion.UnblockCall.MISSING)) {
      throw Refusal.of(404, "not_found", "Resource Not Found");
    }
    var contact = known(id);
    var moved =
        contact.state() instanceof ContactState.Blocked
            ? move(contact, new ContactState.Archived(), input)
            : contact;
    return ContactJson.stub(moved, "blocked", false);
  }

  /// `DELETE /contacts/{id}`: it deletes archived contacts too.
  ObjectNode delete(String id, CallInput input) {
    var contact = known(id);
    var moved =
        switch (contact.state()) {
          case ContactState.Active(), ContactState.Archived(), ContactState.Blocked() ->
              move(contact, new ContactState.Doomed(), input);
          case ContactState.Merged _, ContactState.Doomed _ -> throw Refusal.missing();
        };
    return ContactJson.stub(moved, "deleted", true);
  }

  private StoredContact known(String id) {
    return world.contact(id).orElseThrow(Refusal::missing);
  }

  private StoredContact move(StoredContact contact, ContactState state, CallInput input) {
    var moved = contact.with(state).updatedAt(input.now().getEpochSecond());
    return world.store(moved, input.now(), behaviour.searchLag());
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
