package org.rollcall.server.api;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.rollcall.run.RunStopped;
import org.rollcall.server.web.StoppedStatus;

/// Why a request is not done. Each says what to do instead.
final class Refusal {
  private Refusal() {}

  /// The request is not as the description has it.
  static HttpResponseException wrong(String detail) {
    return of(HttpStatus.BAD_REQUEST, detail);
  }

  /// There is nothing of that name.
  static HttpResponseException missing(String detail) {
    return of(HttpStatus.NOT_FOUND, detail);
  }

  /// It cannot be done as things stand.
  static HttpResponseException conflict(String detail) {
    return of(HttpStatus.CONFLICT, detail);
  }

  static HttpResponseException of(HttpStatus status, String detail) {
    return new HttpResponseException(status.getCode(), detail, Map.of());
  }

  /// It can be done later.
  ///
  /// @param seconds when to try again
  static HttpResponseException later(String detail, int seconds) {
    return new HttpResponseException(
        HttpStatus.SERVICE_UNAVAILABLE.getCode(),
        detail,
        Map.of("Retry-After", String.valueOf(seconds)));
  }

  /// What the program refused, or what failed on the way.
  static HttpResponseException of(RunStopped stopped) {
    return of(StoppedStatus.of(stopped), String.join(" ", stopped.lines()));
  }
}
