package org.rollcall.support;

import java.util.Map;
import java.util.TreeMap;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Headers;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.WireRequest;
import org.rollcall.sandbox.WireResult;

/// Sends calls to a sandbox in this JVM, without a socket.
///
/// @param token the access token to send
/// @param version the API version to request
public record SandboxWire(SandboxIntercom sandbox, String token, String version) implements Wire {
  /// A wire with the default version.
  public SandboxWire(SandboxIntercom sandbox, String token) {
    this(sandbox, token, "2.16");
  }

  @Override
  public WireAnswer exchange(Call call) {
    return switch (sandbox.handle(request(call))) {
      case WireResult.Answered(var response) ->
          new WireAnswer.Whole(response.status(), new Headers(response.headers()), response.body());
      case WireResult.Reset() -> new WireAnswer.CutOff("the connection broke");
      case WireResult.Hung() -> new WireAnswer.CutOff("no whole answer came in time");
    };
  }

  private WireRequest request(Call call) {
    var headers =
        new TreeMap<>(
            Map.of(
                "Authorization",
                "Bearer " + token,
                "Accept",
                "application/json",
                "Intercom-Version",
                version));
    call.body().ifPresent(_ -> headers.put("Content-Type", "application/json"));
    return WireRequest.of(call.method().name(), call.path(), headers, call.body().orElse(""));
  }
}
