package org.rollcall.server.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Why a request was not done, as RFC 9457 has it. It holds no secret and no stack trace.
///
/// @param status the HTTP status
/// @param detail what happened and what to do, in sentences
public record Problem(HttpStatus status, String detail) {
  /// The media type.
  public static final String TYPE = "application/problem+json";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Answers a request with it.
  public void answer(Context context) {
    context.status(status).result(json()).contentType(TYPE);
  }

  private String json() {
    var problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "about:blank");
    problem.put("title", status.getMessage());
    problem.put("status", status.getCode());
    problem.put("detail", detail);
    return JSON.writeValueAsString(problem);
  }
}
