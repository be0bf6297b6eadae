package org.rollcall.intercom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxServer;

@Tag("slow")
class HttpContractTest extends GatewayContract {
  private final List<SandboxServer> servers = new ArrayList<>();
  private final List<HttpWire> wires = new ArrayList<>();

  @Override
  Wire wire(SandboxIntercom sandbox, String token, Duration patience) {
    var server = SandboxServer.start(sandbox, 0, Duration.ZERO);
    servers.add(server);
    var connection =
        Connection.to(server.uri(), new AccessToken(token), "Rollcall/test")
            .withTimeouts(Duration.ofSeconds(10), patience);
    var wire = new HttpWire(connection);
    wires.add(wire);
    return wire;
  }

  @AfterEach
  void close() {
    wires.forEach(HttpWire::close);
    servers.forEach(SandboxServer::close);
  }
}
