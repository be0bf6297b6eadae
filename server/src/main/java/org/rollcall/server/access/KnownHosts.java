package org.rollcall.server.access;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.settings.ListenAddress;

/// Refuses requests to a name that is not ours, where only this machine reaches the service: a page
/// in a browser may have its own name lead to this machine, to read the answers as if they were its
/// own.
///
/// @param listen where the service listens
/// @param publicName the host of its public address; empty if the settings do not say
record KnownHosts(ListenAddress listen, Optional<String> publicName) {
  void check(Context context) {
    if (!isKnown(context.host())) {
      throw new HttpResponseException(
          HttpStatus.MISDIRECTED_REQUEST.getCode(),
          "The service does not go by the name that the request was sent to. If others reach it by that name, declare it: server.public_url in the settings.",
          Map.of());
    }
  }

  /// Whether a `Host` header may be answered.
  boolean isKnown(@Nullable String header) {
    return !listen.isLoopback() || isOurs(host(header == null ? "" : header));
  }

  private boolean isOurs(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals(listen.host().toLowerCase(Locale.ROOT))
        || publicName.filter(host::equals).isPresent();
  }

  /// Without its port and brackets; `""` where it is none.
  private static String host(String header) {
    try {
      var host = URI.create("http://" + header).getHost();
      return host == null ? "" : host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
