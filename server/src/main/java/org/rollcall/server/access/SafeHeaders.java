package org.rollcall.server.access;

import io.javalin.http.Context;

/// What every answer tells a browser that it must not do.
///
/// @param overTls whether others reach the service by TLS alone
record SafeHeaders(boolean overTls) {
  /// No page of ours needs anything yet.
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  void addTo(Context context) {
    context
        .header("Content-Security-Policy", NOTHING)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
    if (overTls) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
