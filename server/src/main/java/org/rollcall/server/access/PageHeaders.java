package org.rollcall.server.access;

import io.javalin.http.Context;

/// What a page allows a browser, beyond what [SafeHeaders] allow every answer: scripts, styles and
/// images of this service, and forms to it.
public final class PageHeaders {
  private static final String OWN =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private PageHeaders() {}

  /// Adds them. The [PageGuard] does so for its paths; a page about a mistake, such as a path that
  /// there is not, has to say so itself.
  ///
  /// A browser whose policy is `no-referrer` says of a form of ours that it comes from nowhere.
  public static void addTo(Context context) {
    context.header("Content-Security-Policy", OWN).header("Referrer-Policy", "same-origin");
  }
}
