package org.rollcall.intercom;

import java.time.Duration;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.support.SandboxWire;

class InProcessContractTest extends GatewayContract {
  @Override
  Wire wire(SandboxIntercom sandbox, String token, Duration patience) {
    return new SandboxWire(sandbox, token);
  }
}
