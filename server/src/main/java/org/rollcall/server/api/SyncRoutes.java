package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.Timetable;
import org.rollcall.json.HistoryJson;
import org.rollcall.json.PauseJson;
import org.rollcall.json.ScheduleJson;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SyncHealth;
import org.rollcall.schedule.NextRun;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The syncs: how each is, and when it runs.
record SyncRoutes(Answering answering) implements Routes {
  /// So many runs may have found the sync paused.
  private static final int LOOKED_AT = 30;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/syncs", answering.by(SyncRoutes::all), Needs.VIEWER);
    routes.get("/api/v1/syncs/{name}", answering.by(SyncRoutes::one), Needs.VIEWER);
  }

  private static void all(Asked asked) {
    var root = JsonNodeFactory.instance.objectNode();
    PageRequest.putAll(asked.use().syncs(), name -> json(asked, name), root);
    Answer.with(root, asked.context());
  }

  private static void one(Asked asked) {
    Answer.with(json(asked, asked.sync()), asked.context());
  }

  private static ObjectNode json(Asked asked, SyncName name) {
    var runs =
        asked.remembered(
            history -> history.runs(new RunFilter(Optional.of(name), Optional.empty()), LOOKED_AT));
    return json(timetable(asked, name), runs);
  }

  private static Timetable timetable(Asked asked, SyncName name) {
    return asked.operations().timetables(asked.use().selection().of(name), 1).getFirst();
  }

  private static ObjectNode json(Timetable timetable, List<JournaledRun> runs) {
    var target = runs.stream().flatMap(run -> run.target().stream()).findFirst();
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("sync", timetable.sync().value())
            .put("health", SyncHealth.of(timetable.pause().isPresent(), runs).word());
    put(target, node);
    node.put("paused", timetable.pause().isPresent());
    node.set("pause", node(timetable.pause().map(PauseJson::of)));
    node.set("last_run", node(runs.stream().findFirst().map(HistoryJson::node)));
    node.set("next_run", node(next(timetable).map(ScheduleJson::of)));
    return node;
  }

  private static Optional<NextRun> next(Timetable timetable) {
    return timetable.next().stream().findFirst();
  }

  private static void put(Optional<Target> target, ObjectNode node) {
    target.ifPresentOrElse(
        known ->
            node.put("roster", known.roster().value())
                .put("workspace", known.workspace().id())
                .put("workspace_name", known.workspace().name()),
        () -> node.putNull("roster").putNull("workspace").putNull("workspace_name"));
  }

  @SuppressWarnings("NullAway") // a JSON null
  private static ObjectNode node(Optional<ObjectNode> node) {
    return node.orElse(null);
  }
}
