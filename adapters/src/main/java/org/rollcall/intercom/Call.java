package org.rollcall.intercom;

import java.util.Optional;

/// One HTTP call, before it has an address or a token.
///
/// @param path begins with a slash, percent-encoded, its query with it
/// @param body JSON; empty where nothing is sent along
public record Call(Method method, String path, Optional<String> body) {
  /// The verbs Intercom's contact endpoints know.
  public enum Method {
    GET,
    POST,
    PUT
  }

  static Call get(String path) {
    return new Call(Method.GET, path, Optional.empty());
  }

  static Call post(String path, String body) {
    return new Call(Method.POST, path, Optional.of(body));
  }

  static Call put(String path, String body) {
    return new Call(Method.PUT, path, Optional.of(body));
  }

  /// Names the verb only: paths and bodies hold people's data.
  @Override
  public String toString() {
    return method + " call";
  }
}
