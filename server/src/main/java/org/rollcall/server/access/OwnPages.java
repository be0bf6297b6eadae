package org.rollcall.server.access;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells forms that a page of ours has sent from those of other sites, by what the browser says of
/// it. Programs that are no browsers say nothing.
///
/// @param publicUrl the address by which others reach the service; empty if the settings do not say
/// @param overTls whether others reach the service by TLS alone
record OwnPages(Optional<URI> publicUrl, boolean overTls) {
  private static final String SAME = "same-origin";

  boolean sent(Context context) {
    return sent(context.header("Sec-Fetch-Site"), context.header("Origin"), context.host());
  }

  /// @param site the header `Sec-Fetch-Site`: `none` is the person, who sends a form again
  /// @param origin the header `Origin`
  /// @param host the header `Host`
  boolean sent(@Nullable String site, @Nullable String origin, @Nullable String host) {
    if (site != null && !site.equals(SAME) && !site.equals("none")) {
      return false;
    }
    return origin == null
        || (origin.equals("null") ? SAME.equals(site) : isOurs(origin, host == null ? "" : host));
  }

  private boolean isOurs(String origin, String host) {
    var scheme = overTls ? "https://" : "http://";
    var given = plain(origin);
    return given.equals(plain(scheme + host))
        || publicUrl
            .map(url -> plain(url.getScheme() + "://" + url.getRawAuthority()))
            .filter(given::equals)
            .isPresent();
  }

  /// In small letters, and without a port that goes without saying.
  private static String plain(String origin) {
    return origin
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(https://.*):443$", "$1")
        .replaceFirst("^(http://.*):80$", "$1");
  }
}
