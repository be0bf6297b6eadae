package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rollcall.model.Role;
import tools.jackson.databind.node.ObjectNode;

/// Creates and updates contacts.
record Writing(World world, Behaviour behaviour, Conflicts conflicts, Reading reading) {
  /// `POST /contacts`.
  ObjectNode create(Asked asked) {
    var body = asked.body();
    if (!body.has("email") && !body.has("external_id") && !body.has("role")) {
      throw Refusal.parameter("At least one of email, external_id or role is required");
    }
    return role(body) == Role.USER ? createUser(asked) : createLead(asked);
  }

  /// Refuses the body of a create whose values cannot be taken, whoever else there is.
  ///
  /// @throws Refusal when it is one
  void check(ObjectNode body) {
    patch(body, role(body));
  }

  /// `PUT /contacts/{id}`.
  ObjectNode update(String id, Asked asked) {
    var contact = reading.active(id);
    var role = convertedRole(contact, asked.body());
    var patch = free(patch(asked.body(), role), contact, role);
    return store(patch.applyTo(contact.with(role)), asked);
  }

  private ObjectNode createUser(Asked asked) {
    var patch = patch(asked.body(), Role.USER);
    conflicts.refuseNewUser(patch);
    return store(patch.applyTo(blank(asked)), asked);
  }

  /// A lead's external id is Intercom's to give.
  private ObjectNode createLead(Asked asked) {
    var patch = patch(asked.body(), Role.LEAD).without(StoredContact.EXTERNAL_ID);
    var lead = blank(asked).with(Role.LEAD);
    var uuid = UUID.nameUUIDFromBytes(lead.id().getBytes(StandardCharsets.UTF_8));
    return store(patch.applyTo(lead.with(StoredContact.EXTERNAL_ID, uuid.toString())), asked);
  }

  private StoredContact blank(Asked asked) {
    var id = world.newId();
    return StoredContact.user(id, Map.of(), new TreeMap<>(), asked.now().getEpochSecond());
  }

  private Patch patch(ObjectNode body, Role role) {
    var texts = new Texts(behaviour);
    return Patch.of(
        body,
        new StandardFields(behaviour, texts),
        new CustomAttributes(world, behaviour, texts, role));
  }

  /// Anything but `lead` is a user.
  private static Role role(ObjectNode body) {
    return body.path("role").asString("user").equals("lead") ? Role.LEAD : Role.USER;
  }

  private static Role convertedRole(StoredContact contact, ObjectNode body) {
    if (!body.has("role")) {
      return contact.role();
    }
    if (contact.isUser() && role(body) == Role.LEAD) {
      throw Refusal.of(400, "client_error", "Contact with user role can't be converted to a lead");
    }
    return role(body);
  }

  /// The patch, without what the contact may not have; a lead's external id cannot be set.
  ///
  /// @throws Refusal when another user is in the way
  private Patch free(Patch patch, StoredContact contact, Role role) {
    if (role == Role.LEAD) {
      return patch.without(StoredContact.EXTERNAL_ID);
    }
    if (behaviour.is(OpenQuestion.PutKnownEmail.CONFLICT)) {
      conflicts
          .activeEmailHolder(patch, contact.id())
          .ifPresent(other -> {
            throw conflicts.conflict(other);
          });
    }
    return freeExternalId(patch, contact);
  }

  private Patch freeExternalId(Patch patch, StoredContact contact) {
    var holder =
        patch
            .text(StoredContact.EXTERNAL_ID)
            .flatMap(externalId -> conflicts.activeHolder(externalId, contact.id()));
    if (holder.isEmpty()) {
      return patch;
    }
    return switch (behaviour.of(OpenQuestion.PutTakenExternalId.class)) {
      case CONFLICT -> throw conflicts.conflict(holder.get());
      case IGNORED -> patch.without(StoredContact.EXTERNAL_ID);
    };
  }

  private ObjectNode store(StoredContact contact, Asked asked) {
    var stored =
        world.store(
            contact.updatedAt(asked.now().getEpochSecond()), asked.now(), behaviour.searchLag());
    return ContactJson.full(stored, world.workspace().id());
  }
}
