package org.rollcall.cli;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.access.MachineToken;
import org.rollcall.app.Access;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The tokens, for programs, without their secrets. Names here never change their meaning.
final class TokensJson {
  private TokensJson() {}

  static ObjectNode of(Access access) {
    var now = access.clock().instant();
    var root = JsonNodeFactory.instance.objectNode();
    var list = root.putArray("tokens");
    access.tokens().all().forEach(each -> put(each, now, list.addObject()));
    return root;
  }

  private static void put(MachineToken token, Instant now, ObjectNode node) {
    node.put("name", token.name())
        .put("role", token.role().word())
        .put("state", Words.token(token.state(now)))
        .put("created", token.created().toString())
        .put("creator", token.creator());
    put("expires", token.expires(), node);
    put("revoked", token.revoked(), node);
    put("used", token.used(), node);
  }

  private static void put(String name, Optional<Instant> time, ObjectNode node) {
    node.put(name, time.map(Instant::toString).orElse(null));
  }
}
