package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rollcall.model.Role;
import tools.jackson.databind.node.ObjectNode;

/// Creates and updates contacts.
record ContactWrites(World world, Behaviour behaviour, Conflicts conflicts, ContactLookup lookup) {
  /// `POST /contacts`.
  ObjectNode create(CallInput input) {
    var body = input.body();
    if (!body.has("email") && !body.has("external_id") && !body.has("role")) {
      throw Refusal.parameter("At least one of email, external_id or role is required");
    }
    return role(body) == Role.USER ? createUser(input) : createLead(input);
  }

  /// Checks the values in the body of a create without looking at other contacts.
  ///
  /// @throws Refusal when a value cannot be stored
  void check(ObjectNode body) {
    patch(body, role(body));
  }

  /// `PUT /contacts/{id}`.
  ObjectNode update(String id, CallInput input) {
    var contact = lookup.active(id);
    var role = convertedRole(contact, input.body());
    var patch = free(patch(input.body(), role), contact, role);
    return store(patch.applyTo(contact.with(role)), input);
  }

  private ObjectNode createUser(CallInput input) {
    var patch = patch(input.body(), Role.USER);
    conflicts.refuseNewUser(patch);
    return store(patch.applyTo(blank(input)), input);
  }

  /// Intercom itself assigns the external id of a lead.
  private ObjectNode createLead(CallInput input) {
    var patch = patch(input.body(), Role.LEAD).without(StoredContact.EXTERNAL_ID);
    var lead = blank(input).with(Role.LEAD);
    var uuid = UUID.nameUUIDFromBytes(lead.id().getBytes(StandardCharsets.UTF_8));
    return store(patch.applyTo(lead.with(StoredContact.EXTERNAL_ID, uuid.toString())), input);
  }

  private StoredContact blank(CallInput input) {
    var id = world.newId();
    return StoredContact.user(id, Map.of(), new TreeMap<>(), input.now().getEpochSecond());
  }

  private Patch patch(ObjectNode body, Role role) {
    var texts = new Texts(behaviour);
    return Patch.of(
        body,
        new StandardFields(behaviour, texts),
        new CustomAttributes(world, behaviour, texts, role));
  }

  /// Every role except `lead` means user.
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

  /// The patch without the values that the contact may not have; the external id of a lead cannot
  /// be set.
  ///
  /// @throws Refusal when the patch conflicts with another user
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

  private ObjectNode store(StoredContact contact, CallInput input) {
    var stored =
        world.store(
            contact.updatedAt(input.now().getEpochSecond()), input.now(), behaviour.searchLag());
    return ContactJson.full(stored, world.workspace().id());
  }
}
