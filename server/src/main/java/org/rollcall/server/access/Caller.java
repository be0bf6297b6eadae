package org.rollcall.server.access;

import io.javalin.http.Context;
import org.rollcall.access.AccessRole;

/// Who asks, as a token says.
///
/// @param name the token's
/// @param from the address that the request came from
public record Caller(String name, AccessRole role, String from) {
  private static final String KEY = "rollcall.caller";

  /// Who sent this request. The [Guard] has let it through.
  public static Caller of(Context context) {
    if (context.attribute(KEY) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("This path is not guarded.");
  }

  /// As the audit log and the history name whoever asks: `token ci`.
  public String who() {
    return "token " + name;
  }

  void knownTo(Context context) {
    context.attribute(KEY, this);
  }
}
