package org.rollcall.server.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.schedule.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps what is remembered of a schedule as JSON, which every version can read and a person too.
/// Where nothing is known yet, nothing is kept. For many threads.
final class RememberedJson implements Serializer {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    if (!(data instanceof Remembered remembered)) {
      return null;
    }
    var kept = JsonNodeFactory.instance.objectNode();
    kept.put("rules", remembered.rules());
    kept.put("in_force", remembered.inForce().toString());
    remembered.lastRun().ifPresent(run -> kept.put("last_run", run.toString()));
    return JSON.writeValueAsBytes(kept);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] kept) {
    if (kept == null) {
      return null;
    }
    var read = JSON.readTree(kept);
    return type.cast(
        new Remembered(
            read.path("rules").asString(""),
            Instant.parse(read.path("in_force").asString()),
            instant(read.get("last_run"))));
  }

  private static Optional<Instant> instant(@Nullable JsonNode node) {
    return Optional.ofNullable(node).map(JsonNode::asString).map(Instant::parse);
  }
}
