package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A request on its way to its answer.
///
/// @param id what `X-Request-Id` and the error envelope call it
record Exchange(WireRequest request, Call call, Instant now, String id, Endpoints endpoints) {
  private static final String VERSION = "Intercom-Version";

  boolean isAuthorized(String token) {
    return MessageDigest.isEqual(bytes("Bearer " + token), bytes(request.header("Authorization")));
  }

  WireResponse unauthorized() {
    return refused(Refusal.of(401, "unauthorized", "Access Token Invalid"));
  }

  /// Carries the call out.
  WireResponse perform() {
    try {
      requireJsonWanted();
      var version = ApiVersion.of(request.header(VERSION));
      var asked = new Asked(version, Json.parse(request.body()), now);
      return marked(WireResponse.json(success(), endpoints.answer(call, asked).toString()));
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  /// What is only begun is accepted, not done.
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
