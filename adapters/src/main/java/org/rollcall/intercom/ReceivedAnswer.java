package org.rollcall.intercom;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A whole answer, parsed as far as possible.
///
/// @param json the JSON object in the body; empty if the answer is something else, such as a
///   firewall's page
record ReceivedAnswer(int status, Headers headers, Optional<JsonNode> json) {
  /// Such as `2.16` or `Preview`: text of any other form is not shown.
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.]{1,20}");

  /// Checks the content type first: a body that is not declared as JSON is not parsed.
  static ReceivedAnswer of(WireAnswer.Whole whole) {
    var json = saysJson(whole.headers()) ? Json.read(whole.body()) : Optional.<JsonNode>empty();
    return new ReceivedAnswer(whole.status(), whole.headers(), json);
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// Intercom's id of the request; `""` if there is none.
  String requestId() {
    return headers
        .first("X-Request-Id")
        .or(() -> json.flatMap(body -> Json.text(body, "request_id")))
        .orElse("");
  }

  /// The version of the API that answered, where the answer names one as Intercom does.
  Optional<String> version() {
    return headers.first("Intercom-Version").filter(name -> VERSION.matcher(name).matches());
  }

  private static boolean saysJson(Headers headers) {
    return headers
        .first("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
        .isPresent();
  }
}
