package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import org.rollcall.server.access.Needs;
import org.rollcall.server.web.Routes;
import org.rollcall.store.SqlPlanRequests;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of plans that somebody asked for and did not wait for.
record PlanRequestRoutes(Answering answering, SqlPlanRequests requests) implements Routes {
  private static final String PATH = "/api/v1/plan-requests/";

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH + "{id}", answering.by(this::read), Needs.VIEWER);
  }

  static String path(String id) {
    return PATH + id;
  }

  private void read(Asked asked) {
    var found =
        requests
            .find(asked.context().pathParam("id"))
            .orElseThrow(() ->
                Refusal.missing(
                    "There is no request for a plan of that id, or none any more: they are kept for a week."));
    Answer.with(json(found), asked.context());
  }

  static ObjectNode json(SqlPlanRequests.Asked request) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", request.id())
            .put("sync", request.sync().value())
            .put("who", request.who())
            .put("asked", request.asked().toString());
    return switch (request.became()) {
      case SqlPlanRequests.Making() ->
          node.put("status", "making").putNull("plan").putNull("reason");
      case SqlPlanRequests.Made(var digest) ->
          node.put("status", "made").put("plan", digest).putNull("reason");
      case SqlPlanRequests.Failed(_, var reason) ->
          node.put("status", "failed").putNull("plan").put("reason", reason);
    };
  }
}
