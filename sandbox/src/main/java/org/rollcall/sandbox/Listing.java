package org.rollcall.sandbox;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Lists contacts page by page.
record Listing(World world, Behaviour behaviour) {
  private static final int DEFAULT_PAGE = 10;

  /// `GET /contacts`: newest first; the cursor is in the query.
  ObjectNode list(Map<String, String> query) {
    var asked = AskedPage.of(query, DEFAULT_PAGE);
    return asked.json(
        world.listedAfter(asked.after()),
        world.listedCount(),
        Cursor.Position::of,
        contact -> ContactJson.full(contact, world.workspace().id()),
        behaviour);
  }
}
