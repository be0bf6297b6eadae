package org.rollcall.intercom;

import java.util.Optional;

/// One HTTP call, without address and token.
///
/// @param path percent-encoded, with a leading slash and with its query
/// @param body JSON; empty if nothing is sent
public record Call(Method method, String path, Optional<String> body) {
  /// The methods that Intercom's contact endpoints accept.
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

  /// Shows the method only: paths and bodies contain people's data.
  @Override
  public String toString() {
    return method + " call";
  }
}
