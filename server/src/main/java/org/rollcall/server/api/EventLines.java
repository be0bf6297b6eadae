package org.rollcall.server.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rollcall.model.SyncName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes server-sent events, one at a time. For many threads.
final class EventLines {
  /// The id of the last event. No run has so many.
  static final String END = "end";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OutputStream out;
  private boolean gone;

  private EventLines(OutputStream out) {
    this.out = out;
  }

  /// Begins to answer with events. Neither a proxy nor the service holds them back.
  static EventLines begin(Context context) {
    context.contentType("text/event-stream").header("Cache-Control", "no-store");
    context.header("X-Accel-Buffering", "no").disableCompression();
    try {
      return new EventLines(context.res().getOutputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// @throws UncheckedIOException when nobody listens any more
  void event(String id, String event, JsonNode data) {
    write("id: %s\nevent: %s\ndata: %s\n\n".formatted(id, event, JSON.writeValueAsString(data)));
  }

  /// The run is over.
  void end(String run, SyncName sync) {
    event(END, END, JSON.createObjectNode().put("run", run).put("sync", sync.value()));
  }

  /// Keeps the connection open, and shows whether anybody is there.
  void comment() {
    write(":\n\n");
  }

  private synchronized void write(String text) {
    if (gone) {
      throw new UncheckedIOException(new IOException("nobody listens"));
    }
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException failed) {
      gone = true;
      throw new UncheckedIOException(failed);
    }
  }
}
