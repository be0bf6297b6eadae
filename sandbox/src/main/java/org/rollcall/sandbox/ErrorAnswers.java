package org.rollcall.sandbox;

import org.rollcall.model.Rate;

/// Builds Intercom's error answers.
final class ErrorAnswers {
  private ErrorAnswers() {}

  static WireResponse of(Refusal refusal, String requestId) {
    var json = Json.object().put("type", "error.list").put("request_id", requestId);
    var error = json.putArray("errors").addObject();
    error.put("code", refusal.code).put("message", refusal.text());
    if (!refusal.field.isEmpty()) {
      error.put("field", refusal.field);
    }
    var response = WireResponse.json(refusal.status, json.toString());
    return refusal.canonical.isEmpty()
        ? response
        : response.with("Link", "<" + refusal.canonical + ">; rel=\"canonical\"");
  }

  static Refusal rateLimited(Rate rate) {
    return Refusal.of(
        429,
        "rate_limit_exceeded",
        "Exceeded rate limit of %d in %d_seconds"
            .formatted(rate.calls(), rate.window().toSeconds()));
  }

  static WireResponse badGateway() {
    return page(502, "502 Bad Gateway");
  }

  static WireResponse gatewayTimeout() {
    return page(504, "504 Gateway Timeout");
  }

  static WireResponse firewall() {
    return page(403, "403 Forbidden");
  }

  private static WireResponse page(int status, String title) {
    return WireResponse.html(
        status,
        "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>"
            .formatted(title, title));
  }
}
