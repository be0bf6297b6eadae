package org.rollcall.sandbox;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Lists what happened to contacts, page by page.
record ActivityListing(World world, Behaviour behaviour, ContactLookup lookup) {
  private static final int DEFAULT_PAGE = 50;

  /// `GET /contacts/activities`: oldest first.
  ///
  /// @throws Refusal when the version asked for has no such list
  ObjectNode list(Map<String, String> query, CallInput input) {
    return switch (behaviour.of(OpenQuestion.ActivityList.class)) {
      case PREVIEW -> input.version().isPreview() ? page(query) : missing(input);
      case EVERYWHERE -> page(query);
      case MISSING -> missing(input);
    };
  }

  private ObjectNode missing(CallInput input) {
    return lookup.inspect("activities", input);
  }

  private ObjectNode page(Map<String, String> query) {
    var asked = AskedPage.of(query, DEFAULT_PAGE);
    var log = world.activities();
    return asked.json(
        log.after(asked.after()), log.size(), Activity::position, Activity::json, behaviour);
  }
}
