package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import org.rollcall.app.Ignores;
import org.rollcall.json.ExplanationJson;
import org.rollcall.json.IgnoresJson;
import org.rollcall.json.OrphansJson;
import org.rollcall.run.RunStopped;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Members of a sync: why one looks as they do, who is ignored, and contacts without a member.
record MemberRoutes(Answering answering) implements Routes {
  private static final int LONGEST_WHY = 500;

  @Override
  public void addTo(RoutesConfig routes) {
    var sync = "/api/v1/syncs/{name}";
    routes.get(sync + "/members/{asked}", answering.by(MemberRoutes::explain), Needs.VIEWER);
    routes.get(sync + "/orphans", answering.by(MemberRoutes::orphans), Needs.VIEWER);
    routes.get(sync + "/ignored", answering.by(MemberRoutes::ignored), Needs.VIEWER);
    routes.put(sync + "/ignored/{member}", answering.by(MemberRoutes::ignore), Needs.OPERATOR);
    routes.delete(
        sync + "/ignored/{member}", answering.by(MemberRoutes::ignoreNoMore), Needs.OPERATOR);
  }

  private static void explain(Asked asked) throws InterruptedException {
    var explanation =
        asked.operations().explain(asked.selection(), asked.context().pathParam("asked"), _ -> {});
    Answer.with(new ExplanationJson(asked.privacy(asked.sync())).of(explanation), asked.context());
  }

  private static void orphans(Asked asked) throws InterruptedException {
    var orphans = asked.operations().orphans(asked.selection(), _ -> {});
    Answer.with(new OrphansJson(asked.privacy(asked.sync())).of(orphans), asked.context());
  }

  private static void ignored(Asked asked) {
    Answer.with(IgnoresJson.of(ignores(asked)), asked.context());
  }

  private static void ignore(Asked asked) {
    var body = asked.body("until", "why");
    var until =
        body.time("until")
            .orElseThrow(() -> Refusal.wrong("'until' is missing: until when is it no news?"));
    var ignores = ignores(asked);
    ignores.add(asked.member(), until, body.text("why", LONGEST_WHY).orElse(""));
    Answer.done(HttpStatus.OK, IgnoresJson.of(ignores), asked.context());
  }

  private static void ignoreNoMore(Asked asked) {
    asked.body();
    var _ = ignores(asked).known().remove(asked.member());
    asked.context().status(HttpStatus.NO_CONTENT);
  }

  /// The caller is who asks, and not who started the service.
  private static Ignores ignores(Asked asked) {
    try {
      return asked.operations().ignores(asked.selection()).askedBy(asked.caller().who());
    } catch (RunStopped yet) {
      throw Refusal.conflict(String.valueOf(yet.getMessage()));
    }
  }
}
