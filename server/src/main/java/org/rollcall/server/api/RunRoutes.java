package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.rollcall.json.HistoryJson;
import org.rollcall.json.NoticesJson;
import org.rollcall.model.MemberId;
import org.rollcall.review.ChangePage;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.Unended;
import org.rollcall.server.access.Needs;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.Routes;
import org.rollcall.store.SqlStops;
import tools.jackson.databind.node.JsonNodeFactory;

/// Runs, those that go on and earlier ones: what each did, and how to stop one.
record RunRoutes(Answering answering, CurrentRuns runs, BegunRuns begun, SqlStops stops)
    implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    var run = "/api/v1/runs/{id}";
    routes.get(
        "/api/v1/syncs/{name}/runs", answering.by(this::all, "limit", "cursor"), Needs.VIEWER);
    routes.get(run, answering.by(this::one), Needs.VIEWER);
    routes.get(
        run + "/changes",
        answering.by(asked -> changes(asked, false), "limit", "cursor"),
        Needs.VIEWER);
    routes.get(
        run + "/failures",
        answering.by(asked -> changes(asked, true), "limit", "cursor"),
        Needs.VIEWER);
    routes.get(run + "/notices", answering.by(this::notices, "limit", "cursor"), Needs.VIEWER);
    routes.post(run + "/stop", answering.by(this::stop), Needs.OPERATOR);
  }

  private void all(Asked asked) {
    var page = asked.page();
    var every = new RunFilter(Optional.of(asked.sync()), Optional.empty());
    var filter = page.cursor().map(RunRoutes::place).map(every::before).orElse(every);
    var found = asked.remembered(history -> history.runs(filter, page.limit() + 1));
    var items = found.subList(0, Math.min(page.limit(), found.size()));
    var root = JsonNodeFactory.instance.objectNode();
    PageRequest.putAll(items, HistoryJson::node, root);
    PageRequest.next(
        found.size() > items.size() ? Optional.of(cursor(items.getLast())) : Optional.empty(),
        root);
    Answer.with(root, asked.context());
  }

  private static String cursor(JournaledRun run) {
    return run.started().toEpochMilli() + "_" + run.run();
  }

  private static RunFilter.Place place(String cursor) {
    var parts = cursor.split("_", 2);
    if (parts.length == 2 && parts[0].matches("\\d{1,15}")) {
      try {
        return new RunFilter.Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
      } catch (DateTimeException _) {
        // Told below.
      }
    }
    throw PageRequest.unknownCursor();
  }

  private void one(Asked asked) {
    Answer.with(HistoryJson.node(run(asked)), asked.context());
  }

  private JournaledRun run(Asked asked) {
    return asked.remembered().or(() -> begun.find(asked.runId())).orElseThrow(asked::noRun);
  }

  private void changes(Asked asked, boolean failed) {
    var run = run(asked);
    var page = asked.page();
    var after = page.cursor().map(RunRoutes::member);
    var found =
        asked.remembered(
            history -> history.changes(run.run(), new ChangePage(failed, after, page.limit() + 1)));
    var items = found.subList(0, Math.min(page.limit(), found.size()));
    var root = JsonNodeFactory.instance.objectNode();
    PageRequest.putAll(items, new HistoryJson(asked.privacy(run.sync()))::of, root);
    PageRequest.next(
        found.size() > items.size()
            ? Optional.of(cursor(items.getLast().member()))
            : Optional.empty(),
        root);
    Answer.with(root, asked.context());
  }

  private static String cursor(MemberId last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.value().getBytes(StandardCharsets.UTF_8));
  }

  private static MemberId member(String cursor) {
    try {
      return new MemberId(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      throw PageRequest.unknownCursor();
    }
  }

  private void notices(Asked asked) {
    var run = run(asked);
    var json = new NoticesJson(asked.privacy(run.sync()));
    var root = JsonNodeFactory.instance.objectNode();
    asked.page().put(asked.remembered(history -> history.notices(run.run())), json::of, root);
    Answer.with(root, asked.context());
  }

  /// A run of another process finds the wish in the store, within a few seconds.
  private void stop(Asked asked) {
    asked.body();
    var here = runs.find(asked.runId()).filter(run -> !run.isOver());
    var run = run(asked);
    if (here.isPresent()) {
      here.get().stop().ask();
    } else if (run.status().isEmpty() && run.unended() == Unended.RUNNING) {
      stops.ask(run.run(), asked.caller().who());
    } else {
      throw Refusal.conflict(
          "Run %s does not go on, so there is nothing to stop.".formatted(run.run()));
    }
    Answer.done(HttpStatus.ACCEPTED, HistoryJson.node(run), asked.context());
  }
}
