package org.rollcall.roster.supabase;

import org.jspecify.annotations.Nullable;
import org.rollcall.transport.BoundedJson;
import org.rollcall.transport.Excerpt;
import tools.jackson.databind.JsonNode;

/// The error that PostgREST returns. Any part may be missing, and the gateway sends only a
/// `message`.
///
/// @param code the code of PostgREST or PostgreSQL; `""` if there is none
/// @param message what went wrong; `""` if not given
/// @param hint what to do; `""` if not given
/// @param legible whether the body was JSON
record ErrorBody(String code, String message, String hint, boolean legible) {
  private static final ErrorBody ILLEGIBLE = new ErrorBody("", "", "", false);

  static ErrorBody in(@Nullable String body) {
    if (body == null || !body.stripLeading().startsWith("{")) {
      return ILLEGIBLE;
    }
    return BoundedJson.read(body)
        .map(json ->
            new ErrorBody(text(json, "code"), text(json, "message"), text(json, "hint"), true))
        .orElse(ILLEGIBLE);
  }

  /// The server's own words, for the end of a sentence.
  String words() {
    if (message.isEmpty()) {
      return "without a reason";
    }
    var named = code.isEmpty() ? message : code + ": " + message;
    return hint.isEmpty() ? named : named + " (" + hint + ")";
  }

  private static String text(JsonNode json, String field) {
    return Excerpt.of(json.path(field).asString(""));
  }
}
