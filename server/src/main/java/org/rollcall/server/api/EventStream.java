package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.app.RunHandle;
import org.rollcall.json.RunEventJson;
import org.rollcall.run.EventEnvelope;
import org.rollcall.server.access.Needs;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.Routes;

/// Follows a run by server-sent events, from its beginning or from the last event that the caller
/// has heard. The stream ends with the run, by an event `end`. A run that another process carries
/// out, or that is long over, is told from the journal.
record EventStream(Answering answering, CurrentRuns runs) implements Routes {
  private static final Duration SILENCE = Duration.ofSeconds(15);

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/runs/{id}/events", answering.by(this::follow), Needs.VIEWER);
  }

  private void follow(Asked asked) throws InterruptedException {
    var last = Optional.ofNullable(asked.context().header("Last-Event-ID")).orElse("0");
    if (last.equals(EventLines.END)) {
      asked.context().status(HttpStatus.NO_CONTENT);
      return;
    }
    if (!last.matches("\\d{1,18}") && !JournaledEvents.isId(last)) {
      throw Refusal.wrong("'Last-Event-ID' is none that this stream has given.");
    }
    var here = runs.find(asked.runId());
    try {
      if (here.isPresent()) {
        // Whoever heard it from the journal of another process hears it anew.
        send(asked, here.get(), JournaledEvents.isId(last) ? 0 : Long.parseLong(last));
      } else {
        JournaledEvents.of(asked).send(last);
      }
    } catch (UncheckedIOException _) {
      // Nobody listens any more.
    }
  }

  private static void send(Asked asked, RunHandle run, long after) throws InterruptedException {
    var json = new RunEventJson(asked.privacy(run.sync()));
    var lines = EventLines.begin(asked.context());
    try (var follower = run.events().follow(after, envelope -> tell(envelope, json, lines))) {
      lines.comment();
      while (!follower.await(SILENCE)) {
        lines.comment();
      }
      lines.end(run.id(), run.sync());
    }
  }

  /// That the listener is gone is noticed with the next comment.
  private static void tell(EventEnvelope envelope, RunEventJson json, EventLines lines) {
    try {
      lines.event(
          String.valueOf(envelope.sequence()),
          RunEventJson.word(envelope.event()),
          json.of(envelope));
    } catch (UncheckedIOException _) {
      // The follower hears the rest, and writes nothing.
    }
  }
}
