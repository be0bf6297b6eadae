package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Plans: made, read by pages, and carried out as they were read or not at all.
record PlanRoutes(
    Answering answering, KeptPlans plans, PlanMaker maker, RunStarts starts, OncePerKey once)
    implements Routes {
  private static final int LONGEST_NUMBER = 200;

  @Override
  public void addTo(RoutesConfig routes) {
    var plan = "/api/v1/plans/{digest}";
    routes.post("/api/v1/syncs/{name}/plans", answering.by(this::make), Needs.OPERATOR);
    routes.post("/api/v1/runs/{id}/undo/plans", answering.by(this::makeUndo), Needs.OPERATOR);
    routes.get(plan, answering.by(this::read, "limit", "cursor"), Needs.VIEWER);
    routes.post(plan + "/approve", answering.by(this::approve), Needs.OPERATOR);
  }

  private void make(Asked asked) throws InterruptedException {
    var body = asked.body("limit");
    var sync = asked.sync();
    var limit = body.number("limit");
    once.answer(
        asked,
        body,
        () ->
            maker.make(
                asked,
                sync,
                Optional.empty(),
                (operations, selection) -> operations.plan(selection, limit, _ -> {})));
  }

  /// What taking a run back would do, kept as any other plan is.
  private void makeUndo(Asked asked) throws InterruptedException {
    var body = asked.body("member");
    var run = asked.remembered().orElseThrow(asked::noRun);
    var sync = asked.sync(run.sync().value());
    var undone = new UndoneRun(run.run(), body.text("member", LONGEST_NUMBER));
    var request = undone.request(false, Optional.empty());
    once.answer(
        asked,
        body,
        () ->
            maker.make(
                asked,
                sync,
                Optional.of(undone),
                (operations, selection) -> operations.planUndo(selection, request, _ -> {})));
  }

  private void read(Asked asked) {
    Answer.with(plans.page(asked), asked.context());
  }

  private void approve(Asked asked) throws InterruptedException {
    var body = asked.body("force", "accept_mapping");
    var kept = plans.find(asked);
    var sync = asked.sync(kept.plan().sync().value());
    once.answer(
        asked,
        body,
        () -> {
          kept.plan().check(asked.operations().settingsDigest(asked.use().selection().of(sync)));
          return starts.begin(asked, sync, kept.request(StartRoutes.overrides(body)));
        });
  }
}
