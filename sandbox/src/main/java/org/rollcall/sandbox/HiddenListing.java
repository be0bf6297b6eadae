package org.rollcall.sandbox;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Lists the contacts that are not active, page by page.
record HiddenListing(World world, Behaviour behaviour, ContactLookup lookup) {
  private static final int DEFAULT_PAGE = 10;
  private static final String UNKNOWN_WORD = "suspended";

  /// `GET /contacts/deleted`, in the shape of the list of contacts.
  ///
  /// @throws Refusal when the version asked for has no such list
  ObjectNode list(Map<String, String> query, CallInput input) {
    return switch (behaviour.of(OpenQuestion.HiddenList.class)) {
      case PREVIEW -> input.version().isPreview() ? page(query) : missing(input);
      case EVERYWHERE -> page(query);
      case MISSING -> missing(input);
      case NOT_ALLOWED -> throw Refusal.of(405, "method_not_allowed", "Method Not Allowed");
    };
  }

  private ObjectNode missing(CallInput input) {
    return lookup.inspect("deleted", input);
  }

  private ObjectNode page(Map<String, String> query) {
    var asked = AskedPage.of(query, DEFAULT_PAGE);
    return asked.json(
        world.hiddenAfter(asked.after()),
        world.hiddenCount(),
        Cursor.Position::of,
        this::json,
        behaviour);
  }

  private ObjectNode json(StoredContact contact) {
    var json = ContactJson.full(contact, world.workspace().id());
    return switch (behaviour.of(OpenQuestion.HiddenStatus.class)) {
      case NAMED -> json.put("status", word(contact.state()));
      case UNKNOWN_WORD -> json.put("status", UNKNOWN_WORD);
      case UNTOLD -> json;
    };
  }

  private static String word(ContactState state) {
    return state instanceof ContactState.Doomed ? "deleted" : state.label();
  }
}
