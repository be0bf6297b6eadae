package org.rollcall.server.access;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;

/// Somebody may not open a page, or send its form. The status and the message, a sentence or two,
/// are for the person; a page may show them.
public final class RefusedVisit extends HttpResponseException {
  private static final long serialVersionUID = 1;

  /// @param sentence for the person
  public RefusedVisit(HttpStatus status, String sentence) {
    super(status.getCode(), sentence, Map.of());
  }
}
