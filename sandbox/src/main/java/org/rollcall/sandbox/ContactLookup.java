package org.rollcall.sandbox;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Reads single contacts.
record ContactLookup(World world, Behaviour behaviour) {
  private static final int LONGEST_CHAIN = 3;

  /// `GET /contacts/{id}`.
  ObjectNode inspect(String id, CallInput input) {
    return shown(world.contact(id), input);
  }

  /// `GET /contacts/find_by_external_id/{external_id}`: users only.
  ObjectNode find(String externalId, CallInput input) {
    if (!input.version().findsByExternalIdAndBlocks()) {
      throw Refusal.missing();
    }
    var users = world.withExternalId(externalId).stream().filter(StoredContact::isUser).toList();
    var active = users.stream().filter(StoredContact::isActive).findFirst();
    return shown(active.or(() -> users.stream().findFirst()), input);
  }

  /// The active contact with that id.
  ///
  /// @throws Refusal when there is none
  StoredContact active(String id) {
    return world.contact(id).filter(StoredContact::isActive).orElseThrow(Refusal::missing);
  }

  private ObjectNode shown(Optional<StoredContact> contact, CallInput input) {
    return switch (contact.map(StoredContact::state).orElse(new ContactState.Doomed())) {
      case ContactState.Active() -> ContactJson.full(contact.orElseThrow(), world.workspace().id());
      case ContactState.Archived(), ContactState.Blocked(), ContactState.Doomed() ->
          throw Refusal.missing();
      case ContactState.Merged(var into) -> throw merged(into, input.version());
    };
  }

  private Refusal merged(String into, ApiVersion version) {
    return version.tellsMerges() && behaviour.is(OpenQuestion.MergedLookup.GONE)
        ? Refusal.merged(survivor(into))
        : Refusal.missing();
  }

  /// Follows a chain of merges as far as Intercom does.
  private String survivor(String id) {
    var last = id;
    for (var hop = 1; hop < LONGEST_CHAIN; hop++) {
      var state = world.contact(last).map(StoredContact::state);
      if (state.isPresent() && state.get() instanceof ContactState.Merged(var into)) {
        last = into;
      }
    }
    return last;
  }
}
