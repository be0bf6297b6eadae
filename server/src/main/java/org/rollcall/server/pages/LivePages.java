package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.rollcall.page.site.Text;
import org.rollcall.review.Unended;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// Shows how far a run is while it goes on, as server-sent events with HTML. A browser that lost
/// the connection gets the present picture when it is back, so it needs no earlier one.
record LivePages(Answering answering, LiveRuns live) implements Routes {
  /// What keeps the connection open while nothing happens, and shows whether anybody is there.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /// How often the history is asked for a run of another process.
  private static final long ELSEWHERE_SECONDS = 3;

  private static final String COMMENT = ":\n\n";

  /// The page asks for what the run came to.
  private static final String END = "event: end\ndata: end\n\n";

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/runs/{id}/live", answering.by(this::follow), PageNeeds.VIEWER);
  }

  private void follow(Visit visit) throws InterruptedException {
    var out = stream(visit.context());
    try {
      var here = live.find(visit.run());
      if (here.isPresent()) {
        show(here.get(), out);
      } else {
        await(visit, out);
      }
      send(out, END);
    } catch (UncheckedIOException _) {
      // Nobody looks any more.
    }
  }

  private static void show(LiveRun run, OutputStream out) throws InterruptedException {
    long seen = 0;
    while (true) {
      var next = run.after(seen, SILENCE);
      if (next.isPresent()) {
        seen = next.get().number();
        send(out, next.get().event());
      } else if (run.isOver()) {
        return;
      } else {
        send(out, COMMENT);
      }
    }
  }

  private static void await(Visit visit, OutputStream out) throws InterruptedException {
    send(
        out,
        "event: progress\ndata: <p class=\"empty\">%s</p>\n\n"
            .formatted(Text.text("live.elsewhere")));
    while (goesOnElsewhere(visit)) {
      TimeUnit.SECONDS.sleep(ELSEWHERE_SECONDS);
      send(out, COMMENT);
    }
  }

  private static boolean goesOnElsewhere(Visit visit) {
    return visit
        .remembered(history -> history.run(visit.run()))
        .filter(run -> run.status().isEmpty() && run.unended() == Unended.RUNNING)
        .isPresent();
  }

  private static OutputStream stream(Context context) {
    context.contentType("text/event-stream").header("Cache-Control", "no-store");
    context.header("X-Accel-Buffering", "no").disableCompression();
    try {
      return context.res().getOutputStream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void send(OutputStream out, String text) {
    send(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
