package org.rollcall.server.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.schedule.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is remembered of a schedule as JSON.
final class RememberedJson {
  private RememberedJson() {}

  static ObjectNode of(Remembered remembered) {
    var kept = JsonNodeFactory.instance.objectNode();
    kept.put("rules", remembered.rules());
    kept.put("in_force", remembered.inForce().toString());
    remembered.lastRun().ifPresent(run -> kept.put("last_run", run.toString()));
    return kept;
  }

  static Remembered read(JsonNode kept) {
    return new Remembered(
        kept.path("rules").asString(""),
        Instant.parse(kept.path("in_force").asString()),
        instant(kept.get("last_run")));
  }

  private static Optional<Instant> instant(@Nullable JsonNode node) {
    return Optional.ofNullable(node).map(JsonNode::asString).map(Instant::parse);
  }
}
