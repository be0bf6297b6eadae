package org.rollcall.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Searches contacts. It sees each write only after the search lag.
record ContactSearch(World world, Behaviour behaviour) {
  private static final int DEFAULT_PAGE = 50;

  /// `POST /contacts/search`: the cursor is in the body; a cursor in the query is ignored.
  ObjectNode search(CallInput input) {
    var filter = Filter.of(input.body().path("query"), input.version());
    var pagination = input.body().path("pagination");
    var size = Page.size(pagination.path("per_page").asString(""), DEFAULT_PAGE);
    var cursor = text(pagination.path("starting_after").asString(""));
    var found =
        world
            .searchable(input.now(), behaviour.searchLag(), filter.email(), filter.created())
            .stream()
            .filter(filter::matches)
            .sorted(order(input.body()))
            .toList();
    return page(found, size, cursor.map(Cursor::decode).map(Cursor::page).orElse(1));
  }

  private ObjectNode page(List<StoredContact> found, int size, int number) {
    var from = (int) Math.min((number - 1L) * size, found.size());
    var to = Math.min(from + size, found.size());
    var shown = found.subList(from, to);
    var next =
        to < found.size()
            ? Optional.of(new Cursor(number + 1, Cursor.Position.of(shown.getLast())).encoded())
            : Optional.<String>empty();
    return new Page<>(shown, number, size, found.size(), next)
        .json(contact -> ContactJson.found(contact, world.workspace().id()), behaviour);
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Comparator<StoredContact> order(ObjectNode body) {
    var sort = body.path("sort");
    var field = sort.path("field").asString("created_at");
    var ascending = SearchField.order(field).thenComparing(StoredContact::id);
    return switch (sort.path("order").asString("descending")) {
      case "ascending" -> ascending;
      case "descending" -> ascending.reversed();
      default ->
          throw Refusal.of(
              400, "invalid_sort_order", "The sort order must be ascending or descending");
    };
  }
}
