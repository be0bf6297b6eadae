package org.rollcall.sandbox;

import static org.rollcall.sandbox.StoredContact.EMAIL;
import static org.rollcall.sandbox.StoredContact.NAME;
import static org.rollcall.sandbox.StoredContact.PHONE;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Merges leads into users.
record LeadMerge(World world, Behaviour behaviour, ContactLookup lookup) {
  /// `POST /contacts/merge`.
  ObjectNode merge(CallInput input) {
    var lead = lookup.active(input.body().path("from").asString(""));
    var user = lookup.active(input.body().path("into").asString(""));
    if (lead.isUser() || !user.isUser()) {
      throw Refusal.of(400, "invalid_merge", "Only a lead can be merged into a user");
    }
    refuseStrangers(lead, user, input);
    if (behaviour.is(OpenQuestion.LeadMerging.REFUSED)) {
      throw Refusal.of(400, "invalid_merge", "This lead cannot be merged");
    }
    var seconds = input.now().getEpochSecond();
    var lag = behaviour.searchLag();
    world.store(lead.with(new ContactState.Merged(user.id())).updatedAt(seconds), input.now(), lag);
    var merged = world.store(filled(user, lead).updatedAt(seconds), input.now(), lag);
    return ContactJson.full(merged, world.workspace().id());
  }

  private static void refuseStrangers(StoredContact lead, StoredContact user, CallInput input) {
    var validated =
        input.version().tellsMerges()
            && !input.body().path("skip_duplicate_validation").asBoolean(false);
    if (validated && !shareIdentity(lead, user)) {
      throw Refusal.of(
          400,
          "invalid_merge",
          "Contacts can only be merged when they are duplicates: they share no identifier");
    }
  }

  private static boolean shareIdentity(StoredContact lead, StoredContact user) {
    return same(lead.emailKey(), user.emailKey()) || same(lead.text(PHONE), user.text(PHONE));
  }

  private static boolean same(Optional<String> left, Optional<String> right) {
    return left.isPresent() && left.equals(right);
  }

  /// The user's values win; the lead fills the fields that the user lacks.
  private static StoredContact filled(StoredContact user, StoredContact lead) {
    var merged = user;
    for (var field : List.of(EMAIL, NAME, PHONE)) {
      if (merged.text(field).isEmpty()) {
        merged = merged.with(field, lead.fields().get(field));
      }
    }
    for (var attribute : lead.attributes().entrySet()) {
      if (merged.attributes().get(attribute.getKey()) == null) {
        merged = merged.withAttribute(attribute.getKey(), attribute.getValue());
      }
    }
    return merged;
  }
}
