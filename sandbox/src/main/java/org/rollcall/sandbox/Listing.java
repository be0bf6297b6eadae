package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Lists contacts page by page.
record Listing(World world) {
  private static final int DEFAULT_PAGE = 10;

  /// `GET /contacts`: newest first; the cursor is in the query.
  ObjectNode list(Map<String, String> query) {
    var size = Page.size(query.getOrDefault("per_page", ""), DEFAULT_PAGE);
    var cursor = text(query.getOrDefault("starting_after", "")).map(Cursor::decode);
    var after = world.listedAfter(cursor.map(Cursor::position));
    var contacts = new ArrayList<StoredContact>(size);
    for (var contact : after) {
      if (contacts.size() > size) {
        break;
      }
      contacts.add(contact);
    }
    return page(contacts, size, cursor.map(Cursor::page).orElse(1));
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// The page of `contacts`. They contain one more contact than the page if there is a next page.
  private ObjectNode page(List<StoredContact> contacts, int size, int number) {
    var shown = contacts.subList(0, Math.min(size, contacts.size()));
    var next =
        contacts.size() > size
            ? Optional.of(new Cursor(number + 1, Cursor.Position.of(shown.getLast())).encoded())
            : Optional.<String>empty();
    Function<StoredContact, ObjectNode> json =
        contact -> ContactJson.full(contact, world.workspace().id());
    return new Page(shown, number, size, world.listedCount(), next).json(json);
  }
}
