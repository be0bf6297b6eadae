package org.rollcall.intercom;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A whole answer, read as far as it can be.
///
/// @param json the JSON object in the body; empty where the answer is something else, such as a
///   firewall's page
record Received(int status, Headers headers, Optional<JsonNode> json) {
  /// Looks at the content type before the body: what calls itself a page is not parsed.
  static Received of(WireAnswer.Whole whole) {
    var json = saysJson(whole.headers()) ? Json.read(whole.body()) : Optional.<JsonNode>empty();
    return new Received(whole.status(), whole.headers(), json);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// Intercom's id of the request; `""` where it gave none.
  String requestId() {
    return headers
        .first("X-Request-Id")
        .or(() -> json.flatMap(body -> Json.text(body, "request_id")))
        .orElse("");
  }

  private static boolean saysJson(Headers headers) {
    return headers
        .first("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
        .isPresent();
  }
}
