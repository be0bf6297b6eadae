package org.rollcall.json;

import org.rollcall.app.OrphanList;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.FieldName;
import org.rollcall.model.Privacy;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Orphans for programs. Names here never change their meaning.
///
/// @param privacy how people's data appear
public record OrphansJson(Privacy privacy) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// `orphans` is a list that is computed while it is written.
  public ObjectNode of(OrphanList orphans) {
    var contacts = orphans.contacts();
    var root =
        NODES
            .objectNode()
            .put("sync", orphans.sync().value())
            .put("roster", orphans.target().roster().value())
            .put("workspace", orphans.target().workspace().id())
            .put("treatment", orphans.treatment().word());
    root.putPOJO("orphans", new ComputedList<>(contacts.size(), index -> of(contacts.get(index))));
    return root;
  }

  private ObjectNode of(Contact contact) {
    return NODES
        .objectNode()
        .put("external_id", contact.externalId().orElse(""))
        .put("contact", contact.id().value())
        .put("email", privacy.email(contact.profile().shown(FieldName.EMAIL)))
        .put("name", privacy.name(contact.profile().shown(FieldName.NAME)))
        .put("created_at", contact.createdAt())
        .put("last_seen_at", contact.lastSeenAt());
  }
}
