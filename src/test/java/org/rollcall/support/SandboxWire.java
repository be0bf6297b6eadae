package org.rollcall.support;

import java.util.HashMap;
import java.util.Map;
import org.rollcall.intercom.Call;
import org.rollcall.intercom.Headers;
import org.rollcall.intercom.Wire;
import org.rollcall.intercom.WireAnswer;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.WireRequest;
import org.rollcall.sandbox.WireResult;

/// Carries calls to a sandbox in this JVM, without a socket. What breaks a connection there breaks
/// the answer here.
public record SandboxWire(SandboxIntercom sandbox, String token) implements Wire {
  @Override
  public WireAnswer exchange(Call call) {
    var headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "Accept", "application/json",
            "Content-Type", "application/json",
            "Intercom-Version", "2.16");
    var request =
        WireRequest.of(call.method().name(), call.path(), headers, call.body().orElse(""));
    return switch (sandbox.handle(request)) {
      case WireResult.Answered(var response) ->
          new WireAnswer.Whole(
              response.status(), Headers.of(new HashMap<>(response.headers())), response.body());
      case WireResult.Reset() -> new WireAnswer.CutOff("the connection broke");
      case WireResult.Hung() -> new WireAnswer.CutOff("no whole answer came in time");
    };
  }
}
