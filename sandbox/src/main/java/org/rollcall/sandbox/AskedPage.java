package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// The page of a list that a query asks for.
///
/// @param cursor where it begins; empty for the first
record AskedPage(int size, Optional<Cursor> cursor) {
  /// @param usual the size if the query has none
  /// @throws Refusal when the cursor is not one of this sandbox
  static AskedPage of(Map<String, String> query, int usual) {
    return new AskedPage(
        Page.size(query.getOrDefault("per_page", ""), usual),
        Optional.of(query.getOrDefault("starting_after", ""))
            .filter(text -> !text.isEmpty())
            .map(Cursor::decode));
  }

  /// The last entry of the page before; empty for the first page.
  Optional<Cursor.Position> after() {
    return cursor.map(Cursor::position);
  }

  /// The page.
  ///
  /// @param rest the entries that follow the page before
  /// @param total how many entries all pages hold
  <T> ObjectNode json(
      Collection<T> rest,
      int total,
      Function<T, Cursor.Position> position,
      Function<T, ObjectNode> json,
      Behaviour behaviour) {
    var entries = beginning(rest);
    int number = cursor.map(Cursor::page).orElse(1);
    var shown = entries.subList(0, Math.min(size, entries.size()));
    var next =
        entries.size() > size
            ? Optional.of(new Cursor(number + 1, position.apply(shown.getLast())).encoded())
            : Optional.<String>empty();
    return new Page<>(shown, number, size, total, next).json(json, behaviour);
  }

  /// The page's entries and one more, which tells whether there is a next page.
  private <T> List<T> beginning(Collection<T> rest) {
    var entries = new ArrayList<T>(size);
    for (var entry : rest) {
      if (entries.size() > size) {
        break;
      }
      entries.add(entry);
    }
    return entries;
  }
}
