package org.rollcall.roster.supabase;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    try {
      var json = JsonMapper.shared().readTree(body);
      return new ErrorBody(text(json, "code"), text(json, "message"), text(json, "hint"), true);
    } catch (JacksonException _) {
      return ILLEGIBLE;
    }
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
    return json.path(field).asString("");
  }
}
