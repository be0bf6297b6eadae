package org.rollcall.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// One page of a list.
///
/// @param number counted from one
/// @param size the most entries a page holds
/// @param total how many entries all pages hold
/// @param next the next page's cursor; empty on the last page
record Page<T>(List<T> entries, int number, int size, int total, Optional<String> next) {
  private static final int LARGEST = 150;

  /// The page size in the request. A size above the maximum is reduced; `otherwise` if it is not a
  /// number.
  static int size(String asked, int otherwise) {
    return asked.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(asked), LARGEST) : otherwise;
  }

  ObjectNode json(Function<T, ObjectNode> entry, Behaviour behaviour) {
    var json = Json.object().put("type", "list");
    var data = json.putArray("data");
    entries.forEach(each -> data.add(entry.apply(each)));
    json.put("total_count", total);
    var pages = json.putObject("pages").put("type", "pages").put("page", number);
    pages.put("per_page", size).put("total_pages", (total + size - 1) / size);
    next.ifPresent(cursor -> {
      switch (behaviour.of(OpenQuestion.NextPage.class)) {
        case CURSOR ->
            pages.putObject("next").put("page", number + 1).put("starting_after", cursor);
        case ADDRESS -> pages.put("next", address(cursor));
      }
    });
    return json;
  }

  private String address(String cursor) {
    return "https://api.intercom.io/contacts?per_page=%d&starting_after=%s"
        .formatted(size, URLEncoder.encode(cursor, StandardCharsets.UTF_8));
  }
}
