package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.List;
import org.rollcall.doctor.DoctorResult;
import org.rollcall.json.DoctorJson;
import org.rollcall.model.SyncName;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;

/// Looks at everything that a run of a sync needs. Writes nothing.
record DoctorRoutes(Answering answering) implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/syncs/{name}/doctor", answering.by(DoctorRoutes::examine), Needs.VIEWER);
  }

  private static void examine(Asked asked) throws InterruptedException {
    var results = new LinkedHashMap<SyncName, DoctorResult>();
    asked
        .operations()
        .examine(asked.selection())
        .forEach((name, found) -> results.put(name, new DoctorResult(found, List.of())));
    Answer.with(DoctorJson.of(results), asked.context());
  }
}
