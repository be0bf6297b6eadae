package org.rollcall.roster.supabase;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What PostgREST says when it cannot answer. Any of it may be missing, and the gateway before it
/// sends a `message` alone.
///
/// @param code PostgREST's or PostgreSQL's; `""` where there is none
/// @param message what went wrong; `""` where it is not said
/// @param hint what to do; `""` where it is not said
/// @param legible whether the body was JSON at all
record Trouble(String code, String message, String hint, boolean legible) {
  private static final Trouble ILLEGIBLE = new Trouble("", "", "", false);

  static Trouble in(@Nullable String body) {
    if (body == null || !body.stripLeading().startsWith("{")) {
      return ILLEGIBLE;
    }
    try {
      var json = JsonMapper.shared().readTree(body);
      return new Trouble(text(json, "code"), text(json, "message"), text(json, "hint"), true);
    } catch (JacksonException _) {
      return ILLEGIBLE;
    }
  }

  /// Its own words, for the end of a sentence.
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
