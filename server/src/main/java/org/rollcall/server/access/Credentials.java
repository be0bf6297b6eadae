package org.rollcall.server.access;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.MachineToken;
import org.rollcall.access.TokenValue;
import org.rollcall.app.Access;

/// Finds out who asks. Whoever shows no token, a wrong one, or one that has expired or was revoked
/// gets the same answer after the same work.
final class Credentials {
  private static final String SCHEME = "bearer ";

  /// The digest of no token.
  private static final String NOBODY = "0".repeat(64);

  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private final Access access;
  private final WrongTries wrong = new WrongTries();

  Credentials(Access access) {
    this.access = access;
  }

  /// @param from the address that the request came from
  /// @throws HttpResponseException when nobody is known by what it shows
  Caller check(Context context, String from) {
    var now = access.clock().instant();
    wrong
        .pause(from, now)
        .ifPresent(pause -> {
          throw tooMany(pause);
        });
    var digest = digest(Optional.ofNullable(context.header("Authorization")).orElse(""));
    var token = access.tokens().find(digest).filter(each -> each.isValid(now));
    if (token.isEmpty()) {
      wrong.count(from, now);
      throw unknown();
    }
    keepUse(digest, token.get(), now);
    return new Caller(Caller.Kind.TOKEN, token.get().name(), token.get().role(), from);
  }

  private static String digest(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? TokenValue.read(header.substring(SCHEME.length()).strip())
            .map(TokenValue::digest)
            .orElse(NOBODY)
        : NOBODY;
  }

  private void keepUse(String digest, MachineToken token, Instant now) {
    if (token.used().filter(last -> now.isBefore(last.plus(BETWEEN_USES))).isEmpty()) {
      access.tokens().used(digest, now);
    }
  }

  private static HttpResponseException unknown() {
    return new HttpResponseException(
        HttpStatus.UNAUTHORIZED.getCode(),
        "This needs a valid token in the header 'Authorization: Bearer'. 'rollcall token add' makes one.",
        Map.of("WWW-Authenticate", "Bearer realm=\"rollcall\""));
  }

  private static HttpResponseException tooMany(Duration pause) {
    return new HttpResponseException(
        HttpStatus.TOO_MANY_REQUESTS.getCode(),
        "Too many wrong tokens came from this address. Wait, and show a valid one.",
        Map.of("Retry-After", String.valueOf(pause.plusMillis(999).toSeconds())));
  }
}
