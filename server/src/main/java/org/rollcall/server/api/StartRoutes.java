package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.app.RunRequest;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Begins runs, and takes runs back.
record StartRoutes(Answering answering, RunStarts starts, OncePerKey once) implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/syncs/{name}/runs", answering.by(this::start), Needs.OPERATOR);
    routes.post("/api/v1/runs/{id}/undo", answering.by(this::undo), Needs.OPERATOR);
  }

  private void start(Asked asked) throws InterruptedException {
    var body = asked.body("limit", "resend", "force", "accept_mapping");
    var sync = asked.sync();
    var request =
        new RunRequest.Everybody(
            body.number("limit"), OptionalInt.empty(), overrides(body), body.flag("resend"));
    once.answer(asked, body, () -> starts.begin(asked, sync, request));
  }

  /// What the caller answers for.
  static RunRequest.Overrides overrides(RequestBody body) {
    return new RunRequest.Overrides(body.flag("force"), false, Optional.empty())
        .meaningMapping(body.flag("accept_mapping"));
  }

  private void undo(Asked asked) throws InterruptedException {
    var body = asked.body("member", "force");
    var run = asked.remembered().orElseThrow(asked::noRun);
    var sync = asked.sync(run.sync().value());
    var request =
        new RunRequest.Undo(
            run.run(),
            body.text("member", 200),
            new RunRequest.Overrides(body.flag("force"), false, Optional.empty()));
    once.answer(asked, body, () -> starts.begin(asked, sync, request));
  }
}
