package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Rate;
import org.rollcall.support.NodeModules;

/// Intercom's own client for Node works against the sandbox.
class OfficialClientTest {
  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SandboxIntercom intercom =
      new SandboxIntercom(
          world,
          Behaviour.DEFAULT.withSearchLag(Duration.ZERO),
          Rate.of("166/10s"),
          Faults.none(),
          InstantSource.system());

  @Test
  void creates_updates_lists_searches_archives_and_unarchives() throws Exception {
    var seen = Wire.JSON.readTree(drive());

    assertThat(seen)
        .isEqualTo(
            Wire.JSON.readTree(
                """
                {
                  "created": ["contact", "user", "1001", "GL"],
                  "again": "409 conflict A contact matching those details already exists with id=...",
                  "updated": ["Renamed", "member1@example.org", "NGL"],
                  "unknownAttribute": "400 parameter_invalid Custom attribute 'tier' does not exist",
                  "listed": ["1001", "1002", "1003", "1004", "1005"],
                  "searched": ["1002", "1003", "1004"],
                  "found": "member2@example.org",
                  "archived": true,
                  "hidden": "404 not_found User Not Found",
                  "reserved": "409 conflict An archived contact matching those details already exists with id=...",
                  "listedWithoutArchived": ["1001", "1003", "1004", "1005"],
                  "unarchived": false,
                  "back": "1002",
                  "attributes": ["region"],
                  "workspace": "sandbox"
                }
                """));
    assertThat(intercom.log().count(CallKind.LIST)).isEqualTo(4);
    assertThat(intercom.log().count(CallKind.SEARCH)).isEqualTo(2);
  }

  private String drive() throws Exception {
    try (var server = SandboxServer.start(intercom, 0, Duration.ZERO)) {
      var script = NodeModules.script("drive-intercom.mjs").toString();
      var node =
          new ProcessBuilder("node", script, server.uri().toString(), "sandbox")
              .directory(NodeModules.directory().toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(node.waitFor()).as("the script's exit code").isZero();
      return printed;
    }
  }
}
