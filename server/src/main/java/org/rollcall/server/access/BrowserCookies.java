package org.rollcall.server.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.rollcall.access.SessionValue;

/// The cookies that a browser keeps for this service until it is closed. No script reads them, and
/// no form of another site brings them along.
///
/// @param overTls whether others reach the service by TLS alone; a browser then takes them from
///   this host alone, and sends them by TLS alone
record BrowserCookies(boolean overTls) {
  private static final int UNTIL_CLOSED = -1;
  private static final int GONE = 0;

  /// The secret of the session that a request shows; empty for none.
  Optional<SessionValue> session(Context context) {
    return read(context, sessionName());
  }

  void keepSession(Context context, SessionValue session) {
    keep(context, sessionName(), session.secret(), UNTIL_CLOSED);
  }

  void forgetSession(Context context) {
    keep(context, sessionName(), "", GONE);
  }

  /// What ties a login to the browser that has begun it; empty for nothing.
  Optional<SessionValue> login(Context context) {
    return read(context, loginName());
  }

  void keepLogin(Context context, SessionValue login) {
    keep(context, loginName(), login.secret(), UNTIL_CLOSED);
  }

  void forgetLogin(Context context) {
    keep(context, loginName(), "", GONE);
  }

  private String sessionName() {
    return overTls ? "__Host-rollcall" : "rollcall-session";
  }

  private String loginName() {
    return overTls ? "__Host-rollcall-login" : "rollcall-login";
  }

  private static Optional<SessionValue> read(Context context, String name) {
    return Optional.ofNullable(context.cookie(name)).flatMap(SessionValue::read);
  }

  private void keep(Context context, String name, String value, int seconds) {
    context.cookie(new Cookie(name, value, "/", seconds, overTls, true, null, SameSite.LAX));
  }
}
