package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A request and what is needed to answer it.
///
/// @param id the id in `X-Request-Id` and in the error body
record Exchange(WireRequest request, Call call, Instant now, String id, Endpoints endpoints) {
  private static final String VERSION = "Intercom-Version";

  boolean isAuthorized(String token) {
    return MessageDigest.isEqual(bytes("Bearer " + token), bytes(request.header("Authorization")));
  }

  WireResponse unauthorized() {
    return refused(Refusal.of(401, "unauthorized", "Access Token Invalid"));
  }

  /// Carries out the call.
  WireResponse perform() {
    try {
      requireJsonWanted();
      var version = ApiVersion.of(request.header(VERSION));
      var input = new CallInput(version, Json.parse(request.body()), now);
      return marked(WireResponse.json(success(), endpoints.answer(call, input).toString()));
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  /// A call that only starts a job answers 202.
  private int success() {
    return call.kind() == CallKind.BULK ? 202 : 200;
  }

  WireResponse refused(Refusal refusal) {
    return marked(ErrorAnswers.of(refusal, id));
  }

  private void requireJsonWanted() {
    var accept = request.header("Accept");
    if (!accept.contains("application/json") && !accept.contains("*/*")) {
      throw Refusal.of(
          406, "media_type_not_acceptable", "The Accept header should be application/json");
    }
  }

  private WireResponse marked(WireResponse response) {
    var marked =
        response
            .with("X-Request-Id", id)
            .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
    var version = request.header(VERSION);
    return version.isEmpty() ? marked : marked.with(VERSION, version);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
