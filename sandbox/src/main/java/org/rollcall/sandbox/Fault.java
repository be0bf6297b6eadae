package org.rollcall.sandbox;

import java.util.Locale;

/// A way for a call to go wrong.
public enum Fault {
  /// 429, as if other programs had used the window up. Nothing is done.
  RATE_LIMITED,
  /// 500 in JSON. Nothing is done.
  SERVER_ERROR,
  /// 502 with a page of HTML. Nothing is done.
  BAD_GATEWAY,
  /// 503 in JSON. Nothing is done.
  UNAVAILABLE,
  /// The connection breaks before anything is done.
  RESET_BEFORE,
  /// The connection breaks after the call was carried out.
  RESET_AFTER,
  /// No answer comes, and nothing is done.
  HANG,
  /// No answer comes, though the call was carried out.
  HANG_AFTER,
  /// The call is carried out, and half the answer comes.
  TRUNCATED,
  /// The call is carried out, and JSON comes that means nothing.
  OTHER_SHAPE,
  /// 401 in JSON, as for a token that was revoked. Nothing is done.
  UNAUTHORIZED,
  /// 403 in JSON, as for a permission taken away. Nothing is done.
  FORBIDDEN,
  /// 403 with a firewall's page of HTML. Nothing is done.
  FIREWALL;

  /// As files write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
