package org.rollcall.server.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which part of a list is asked for.
///
/// @param limit how many items at most, from 1 to [#MOST]
/// @param cursor where the page before it ended, as its `next` had it; empty for the first page
record PageRequest(int limit, Optional<String> cursor) {
  static final int USUAL = 50;
  static final int MOST = 500;

  /// What the query parameters `limit` and `cursor` say.
  static PageRequest of(Context context) {
    return new PageRequest(
        Optional.ofNullable(context.queryParam("limit")).map(PageRequest::checked).orElse(USUAL),
        Optional.ofNullable(context.queryParam("cursor")));
  }

  private static int checked(String text) {
    if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw Refusal.wrong("'limit' is a number from 1 to %d.".formatted(MOST));
  }

  /// The cursor where a list does not have the one that was asked for.
  static RuntimeException unknownCursor() {
    return Refusal.wrong("'cursor' is none that this list has given. Begin again without one.");
  }

  /// Where this page of a list of `size` items begins.
  int place(int size) {
    return cursor.map(text -> place(text, size)).orElse(0);
  }

  /// Puts a part of a list that does not change under `items`, and where to go on under `next`.
  ///
  /// @param json makes an item
  <T> void put(List<T> all, Item<T> json, ObjectNode into) {
    int from = place(all.size());
    int to = Math.min(all.size(), from + limit);
    var items = into.putArray("items");
    all.subList(from, to).forEach(each -> items.add(json.of(each)));
    next(to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty(), into);
  }

  /// Makes the JSON of an item.
  @FunctionalInterface
  interface Item<T> {
    ObjectNode of(T item);
  }

  static void next(Optional<String> cursor, ObjectNode into) {
    cursor.ifPresentOrElse(text -> into.put("next", text), () -> into.putNull("next"));
  }

  /// All of a short list.
  static <T> void putAll(List<T> all, Item<T> json, ObjectNode into) {
    ArrayNode items = into.putArray("items");
    all.forEach(each -> items.add(json.of(each)));
    next(Optional.empty(), into);
  }

  private static int place(String text, int size) {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= size) {
      return Integer.parseInt(text);
    }
    throw unknownCursor();
  }
}
