package org.rollcall.server.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.rollcall.access.SessionValue;

/// What a form of ours holds, in its field `csrf` or the header `X-CSRF-Token`, and a form of
/// another site cannot.
public final class FormToken {
  /// The name of the field.
  public static final String FIELD = "csrf";

  /// The name of the header, for requests of scripts.
  public static final String HEADER = "X-CSRF-Token";

  private static final String KEY = "rollcall.form";

  private FormToken() {}

  /// The token for the forms of this session. The [PageGuard] has let the request through.
  public static String of(Context context) {
    if (context.attribute(KEY) instanceof String token) {
      return token;
    }
    throw new IllegalStateException("This path needs no session.");
  }

  static void keep(Context context, SessionValue session) {
    context.attribute(KEY, session.formToken());
  }

  /// Whether a request holds the token of a session. It takes the same time for every wrong one.
  static boolean isIn(Context context, SessionValue session) {
    var shown =
        Optional.ofNullable(context.header(HEADER))
            .or(() -> Optional.ofNullable(context.formParam(FIELD)))
            .orElse("");
    return MessageDigest.isEqual(bytes(shown), bytes(session.formToken()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
