package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.app.OnlyThese;
import org.rollcall.app.RunRequest;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Begins runs, and takes runs back.
record StartRoutes(Answering answering, RunStarts starts, OncePerKey once) implements Routes {
  private static final int MOST_MEMBERS = 1_000;
  private static final int LONGEST_NUMBER = 200;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/syncs/{name}/runs", answering.by(this::start), Needs.OPERATOR);
    routes.post("/api/v1/runs/{id}/undo", answering.by(this::undo), Needs.OPERATOR);
  }

  private void start(Asked asked) throws InterruptedException {
    var body = asked.body("limit", "resend", "force", "accept_mapping", "dry_run", "members");
    var sync = asked.sync();
    var request = request(body);
    once.answer(asked, body, () -> starts.begin(asked, sync, request));
  }

  private static RunRequest request(RequestBody body) {
    var members = body.texts("members", MOST_MEMBERS, LONGEST_NUMBER);
    if (body.flag("dry_run")) {
      refuse(body, "dry_run", List.of("members", "resend", "force", "accept_mapping"));
      return new RunRequest.Simulated(body.number("limit"));
    }
    if (members.isPresent()) {
      refuse(body, "members", List.of("limit", "resend"));
      var these = new OnlyThese(members.get(), RunStopped.Kind.MISSING);
      return new RunRequest.Chosen("sync", (_, plan) -> these.among(plan), overrides(body));
    }
    return new RunRequest.Everybody(
        body.number("limit"), OptionalInt.empty(), overrides(body), body.flag("resend"));
  }

  private static void refuse(RequestBody body, String name, List<String> others) {
    others.stream()
        .filter(body::says)
        .findFirst()
        .ifPresent(other -> {
          throw Refusal.wrong("'%s' does not go with '%s'.".formatted(name, other));
        });
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
    var undone = new UndoneRun(run.run(), body.text("member", LONGEST_NUMBER));
    var request = undone.request(body.flag("force"), Optional.empty());
    once.answer(asked, body, () -> starts.begin(asked, sync, request));
  }
}
