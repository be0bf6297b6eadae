package org.rollcall.sandbox;

import java.util.Locale;

/// A way in which a call can fail.
public enum Fault {
  /// 429, as if other programs had used up the window. The call is not carried out.
  RATE_LIMITED,
  /// 500 in JSON. The call is not carried out.
  SERVER_ERROR,
  /// 502 with an HTML page. The call is not carried out.
  BAD_GATEWAY,
  /// 503 in JSON. The call is not carried out.
  UNAVAILABLE,
  /// The connection breaks before the call is carried out.
  RESET_BEFORE,
  /// The connection breaks after the call is carried out.
  RESET_AFTER,
  /// No answer comes, and the call is not carried out.
  HANG,
  /// No answer comes, but the call is carried out.
  HANG_AFTER,
  /// The call is carried out, and half of the answer comes.
  TRUNCATED,
  /// The call is carried out, and the answer is JSON without meaning.
  OTHER_SHAPE,
  /// A page of more than 50 contacts is not put together in time: 504 with an HTML page. Calls that
  /// ask for no page, or for a smaller one, do not fail.
  LARGE_PAGE,
  /// A page of contacts begins with an entry that is `null` and was not counted. Calls that ask for
  /// no page do not fail.
  EMPTY_ENTRY,
  /// The first contact of a page is `null`, and counted all the same. Calls that ask for no page,
  /// or find nobody, do not fail.
  LOST_ENTRY,
  /// 401 in JSON, as for a revoked token. The call is not carried out.
  UNAUTHORIZED,
  /// 403 in JSON, as for a removed permission. The call is not carried out.
  FORBIDDEN,
  /// 403 with a firewall's HTML page. The call is not carried out.
  FIREWALL;

  /// The name in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
