package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.rollcall.app.Brake;
import org.rollcall.json.PauseJson;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Keeps the runs of a sync from beginning, and lets them begin again.
record PauseRoutes(Answering answering) implements Routes {
  private static final String PATH = "/api/v1/syncs/{name}/pause";
  private static final int LONGEST_WHY = 500;

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, answering.by(PauseRoutes::read), Needs.VIEWER);
    routes.put(PATH, answering.by(PauseRoutes::pause), Needs.OPERATOR);
    routes.delete(PATH, answering.by(PauseRoutes::resume), Needs.OPERATOR);
  }

  private static void read(Asked asked) {
    var brake = brake(asked);
    Answer.with(PauseJson.of(brake, brake.pause()), asked.context());
  }

  private static void pause(Asked asked) {
    var body = asked.body("until", "why");
    var brake = brake(asked);
    var pause = brake.pull(body.time("until"), body.text("why", LONGEST_WHY).orElse(""));
    Answer.done(HttpStatus.OK, PauseJson.of(brake, Optional.of(pause)), asked.context());
  }

  private static void resume(Asked asked) {
    asked.body();
    var brake = brake(asked);
    var _ = brake.release();
    Answer.done(HttpStatus.OK, PauseJson.of(brake, Optional.empty()), asked.context());
  }

  /// The caller is who asks, and not who started the service.
  private static Brake brake(Asked asked) {
    return asked.operations().brake(asked.selection()).askedBy(asked.caller().who());
  }
}
