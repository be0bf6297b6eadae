package org.rollcall.server.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How long a caller wants to wait for an answer that takes long, as the header `Prefer` says (RFC
/// 7240): `respond-async` for not at all, `wait=5` for five seconds.
final class Patience {
  /// Shorter than a proxy waits.
  private static final Duration USUAL = Duration.ofSeconds(15);

  private static final long MOST_SECONDS = 60;

  private Patience() {}

  /// What the caller says; what is not understood is passed over.
  static Duration of(Context context) {
    var preferences = preferences(context);
    var patience = preferences.contains("respond-async") ? Duration.ZERO : USUAL;
    for (var each : preferences) {
      if (each.matches("wait=\\d{1,6}")) {
        long seconds = Long.parseLong(each.substring("wait=".length()));
        patience = Duration.ofSeconds(Math.min(MOST_SECONDS, seconds));
      }
    }
    return patience;
  }

  private static List<String> preferences(Context context) {
    var header = context.header("Prefer");
    return header == null
        ? List.of()
        : List.of(header.toLowerCase(Locale.ROOT).strip().split("\\s*[,;]\\s*"));
  }
}
