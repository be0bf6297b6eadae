package org.rollcall.sandbox;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Reads single contacts.
record Reading(World world, Behaviour behaviour) {
  private static final int LONGEST_CHAIN = 3;

  /// `GET /contacts/{id}`.
  ObjectNode inspect(String id, Asked asked) {
    return shown(world.contact(id), asked);
  }

  /// `GET /contacts/find_by_external_id/{external_id}`: users only.
  ObjectNode find(String externalId, Asked asked) {
    if (!asked.version().findsByExternalIdAndBlocks()) {
      throw Refusal.missing();
    }
    var users = world.withExternalId(externalId).stream().filter(StoredContact::isUser).toList();
    var active = users.stream().filter(StoredContact::isActive).findFirst();
    return shown(active.or(() -> users.stream().findFirst()), asked);
  }

  /// The contact of that id.
  ///
  /// @throws Refusal when it cannot be seen
  StoredContact active(String id) {
    return world.contact(id).filter(StoredContact::isActive).orElseThrow(Refusal::missing);
  }

  private ObjectNode shown(Optional<StoredContact> contact, Asked asked) {
    return switch (contact.map(StoredContact::standing).orElse(new Standing.Doomed())) {
      case Standing.Active() -> ContactJson.full(contact.orElseThrow(), world.workspace().id());
      case Standing.Archived(), Standing.Blocked(), Standing.Doomed() -> throw Refusal.missing();
      case Standing.Merged(var into) -> throw merged(into, asked.version());
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
      var standing = world.contact(last).map(StoredContact::standing);
      if (standing.isPresent() && standing.get() instanceof Standing.Merged(var into)) {
        last = into;
      }
    }
    return last;
  }
}
