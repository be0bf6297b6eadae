package org.rollcall.server.web;

import io.javalin.http.HttpStatus;
import org.rollcall.run.RunStopped;

/// What the program refused, or what failed on the way, as HTTP says it.
public final class StoppedStatus {
  private StoppedStatus() {}

  public static HttpStatus of(RunStopped stopped) {
    return switch (stopped.kind()) {
      case FAILED -> HttpStatus.BAD_GATEWAY;
      case MISSING -> HttpStatus.NOT_FOUND;
      case SETTINGS -> HttpStatus.UNPROCESSABLE_CONTENT;
      case REFUSED, PAUSED -> HttpStatus.CONFLICT;
      case INTERRUPTED -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
