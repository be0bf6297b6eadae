package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import org.rollcall.server.access.Needs;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.web.Routes;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the settings again, as a whole or not at all.
///
/// @param reload does it; refuses with every mistake
record SettingsRoutes(Answering answering, ServedProgram program, Runnable reload)
    implements Routes {
  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/settings/reload", answering.by(this::reload), Needs.ADMIN);
  }

  private void reload(Asked asked) {
    asked.body();
    reload.run();
    var now = JsonNodeFactory.instance.objectNode();
    var syncs = now.putArray("syncs");
    program.syncs().forEach(name -> syncs.add(name.value()));
    Answer.done(HttpStatus.OK, now, asked.context());
  }
}
