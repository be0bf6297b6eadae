package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.app.RunHandle;
import org.rollcall.json.RunEventJson;
import org.rollcall.run.EventEnvelope;
import org.rollcall.server.access.Needs;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Follows a run by server-sent events, from its beginning or from the last event that the caller
/// has heard. The stream ends with the run, by an event `end`.
record EventStream(Answering answering, CurrentRuns runs) implements Routes {
  /// What keeps the connection open while nothing happens, and shows whether anybody is there.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /// The id of the last event. No run has so many.
  private static final String END = "end";

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/runs/{id}/events", answering.by(this::follow), Needs.VIEWER);
  }

  private void follow(Asked asked) throws InterruptedException {
    var last = Optional.ofNullable(asked.context().header("Last-Event-ID")).orElse("0");
    if (last.equals(END)) {
      asked.context().status(HttpStatus.NO_CONTENT);
      return;
    }
    var run = runs.find(asked.runId()).orElseThrow(() -> notHere(asked));
    send(run, sequence(last), new RunEventJson(asked.privacy(run.sync())), asked.context());
  }

  private static RuntimeException notHere(Asked asked) {
    return asked.remembered().isEmpty()
        ? asked.noRun()
        : Refusal.of(
            HttpStatus.GONE,
            "The events of run %s are not kept here: it is long over, or goes on in another process. What it does is in its changes."
                .formatted(Asked.printable(asked.runId())));
  }

  private static long sequence(String last) {
    if (last.matches("\\d{1,18}")) {
      return Long.parseLong(last);
    }
    throw Refusal.wrong("'Last-Event-ID' is none that this stream has given.");
  }

  private static void send(RunHandle run, long after, RunEventJson json, Context context)
      throws InterruptedException {
    context.contentType("text/event-stream").header("Cache-Control", "no-store");
    context.header("X-Accel-Buffering", "no").disableCompression();
    var lines = new Lines(out(context));
    try (var follower = run.events().follow(after, envelope -> lines.event(envelope, json))) {
      lines.comment();
      while (!follower.await(SILENCE)) {
        lines.comment();
      }
      lines.end(run);
    } catch (UncheckedIOException _) {
      // Nobody listens any more.
    }
  }

  private static OutputStream out(Context context) {
    try {
      return context.res().getOutputStream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// Writes one event at a time. For two threads.
  private static final class Lines {
    private final OutputStream out;
    private boolean gone;

    Lines(OutputStream out) {
      this.out = out;
    }

    /// A listener that is gone is noticed with the next comment.
    synchronized void event(EventEnvelope envelope, RunEventJson json) {
      var word = RunEventJson.word(envelope.event());
      try {
        write(String.valueOf(envelope.sequence()), word, json.of(envelope));
      } catch (UncheckedIOException _) {
        gone = true;
      }
    }

    void end(RunHandle run) {
      var node = JSON.createObjectNode().put("run", run.id()).put("sync", run.sync().value());
      write(END, END, node);
    }

    void comment() {
      write(":\n\n");
    }

    private void write(String id, String event, JsonNode data) {
      write("id: %s\nevent: %s\ndata: %s\n\n".formatted(id, event, JSON.writeValueAsString(data)));
    }

    private synchronized void write(String text) {
      if (gone) {
        throw new UncheckedIOException(new IOException("nobody listens"));
      }
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
