package org.rollcall.intercom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads where a list goes on. Versions of the API before 2.0 give an address instead of a cursor,
/// with the cursor in it.
final class NextPage {
  private static final Pattern CURSOR = Pattern.compile("[?&]starting_after=([^&#]+)");

  private NextPage() {}

  /// The cursor of the next page. A list ends when there is none; the page numbers next to it are
  /// not reliable.
  static Optional<String> cursor(JsonNode list) {
    var next = list.path("pages").path("next");
    return next.isString()
        ? CURSOR
            .matcher(next.stringValue())
            .results()
            .findFirst()
            .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
        : Json.text(next, "starting_after");
  }

  /// Whether the list says that it goes on, and not where. Its page is no answer: it would be taken
  /// for the last one.
  static boolean isLost(JsonNode list) {
    var next = list.path("pages").path("next");
    var goesOn = next.isString() ? !next.stringValue().isBlank() : !next.isEmpty();
    return goesOn && cursor(list).isEmpty();
  }
}
