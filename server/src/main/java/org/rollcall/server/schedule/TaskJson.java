package org.rollcall.server.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import org.rollcall.schedule.Remembered;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what belongs to a task as JSON, which every version can read and a person too. Where
/// nothing is known yet, nothing is kept. For many threads.
final class TaskJson implements Serializer {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return switch (data) {
      case Remembered remembered -> JSON.writeValueAsBytes(RememberedJson.of(remembered));
      case AskedRun asked -> JSON.writeValueAsBytes(AskedRunJson.of(asked));
      case null, default -> null;
    };
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] kept) {
    if (kept == null) {
      return null;
    }
    var read = JSON.readTree(kept);
    return type.cast(
        type.equals(AskedRun.class) ? AskedRunJson.read(read) : RememberedJson.read(read));
  }
}
