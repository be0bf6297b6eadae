package org.rollcall.server.access;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where requests come from.
///
/// @param behindProxy whether a proxy stands before the service, which adds the address of whoever
///   asked it to the end of `X-Forwarded-For`
record RemoteAddress(boolean behindProxy) {
  private static final int LONGEST = 64;

  /// The address that a request came from. What stands before the proxy's own entry is whatever the
  /// sender liked.
  String of(Context context) {
    var told = behindProxy ? last(context.header("X-Forwarded-For")) : Optional.<String>empty();
    return told.orElseGet(context::ip);
  }

  private static Optional<String> last(@Nullable String list) {
    return Optional.ofNullable(list)
        .map(entries -> entries.substring(entries.lastIndexOf(',') + 1).strip())
        .filter(entry -> !entry.isEmpty() && entry.length() <= LONGEST);
  }
}
