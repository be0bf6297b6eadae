package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.concurrent.Semaphore;
import org.rollcall.app.RunRequest;
import org.rollcall.json.PlanEntryJson;
import org.rollcall.json.PlanJson;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Plans: made, read by pages, and carried out as they were read or not at all.
///
/// @param making permits for the plans that are made at once
record PlanRoutes(
    Answering answering, KeptPlans plans, RunStarts starts, OncePerKey once, Semaphore making)
    implements Routes {
  /// A plan holds both sides in memory.
  private static final int AT_ONCE = 2;

  private static final int SOON_SECONDS = 30;

  PlanRoutes(Answering answering, KeptPlans plans, RunStarts starts, OncePerKey once) {
    this(answering, plans, starts, once, new Semaphore(AT_ONCE));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    var plan = "/api/v1/plans/{digest}";
    routes.post("/api/v1/syncs/{name}/plans", answering.by(this::make), Needs.OPERATOR);
    routes.get(plan, answering.by(this::read, "limit", "cursor"), Needs.VIEWER);
    routes.post(plan + "/approve", answering.by(this::approve), Needs.OPERATOR);
  }

  /// The connection waits as long as it takes to read both sides.
  private void make(Asked asked) throws InterruptedException {
    var body = asked.body("limit");
    var selection = asked.selection();
    once.answer(
        asked,
        body,
        () -> {
          if (!making.tryAcquire()) {
            throw Refusal.later(
                "%d plans are made in this process, and no more can be at once. Try again later."
                    .formatted(AT_ONCE),
                SOON_SECONDS);
          }
          try {
            var made = asked.operations().plan(selection, body.number("limit"), _ -> {});
            var kept = plans.put(made);
            return new OncePerKey.Done(
                HttpStatus.CREATED, "/api/v1/plans/" + kept.digest(), head(asked, kept));
          } finally {
            making.release();
          }
        });
  }

  private void read(Asked asked) {
    var kept = plans.find(asked);
    var json = new PlanEntryJson(asked.privacy(kept.plan().sync()));
    var root = head(asked, kept);
    asked.page().put(kept.plan().sheet().entries(), json::write, root);
    Answer.with(root, asked.context());
  }

  /// What a plan is and comes to, without its changes.
  private static ObjectNode head(Asked asked, KeptPlans.Kept kept) {
    var sheet = kept.plan().sheet();
    return JsonNodeFactory.instance
        .objectNode()
        .put("digest", kept.digest())
        .put("sync", sheet.sync().value())
        .put("made", sheet.made().toString())
        .put("settings", kept.plan().settings())
        .put("roster", sheet.target().roster().value())
        .put("workspace", sheet.target().workspace().id())
        .put("workspace_name", sheet.target().workspace().name())
        .setAll(new PlanJson(asked.privacy(sheet.sync())).head(sheet));
  }

  private void approve(Asked asked) throws InterruptedException {
    var body = asked.body("force", "accept_mapping");
    var reviewed = plans.find(asked).plan();
    var sync = asked.sync(reviewed.sync().value());
    once.answer(
        asked,
        body,
        () -> {
          reviewed.check(asked.operations().settingsDigest(asked.use().selection().of(sync)));
          return starts.begin(
              asked,
              sync,
              new RunRequest.Chosen("apply", reviewed::among, StartRoutes.overrides(body)));
        });
  }
}
