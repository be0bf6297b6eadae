package org.rollcall.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import org.rollcall.app.ServiceStore;
import org.rollcall.run.RunStopped;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.runs.Takeover;
import org.rollcall.server.web.Problem;
import org.rollcall.server.web.Routes;
import org.rollcall.store.SqlPlanRequests;
import org.rollcall.store.SqlPlans;
import org.rollcall.store.SqlRequests;
import org.rollcall.store.SqlStops;
import org.rollcall.store.StoreTrouble;

/// All that can be asked of the service and done with it over HTTP. It stands behind a
/// [org.rollcall.server.access.Guard].
public final class Api implements Routes {
  private final List<Routes> parts;

  /// @param takeover told of each run that is begun
  /// @param store where plans and answers are kept
  /// @param reload reads the settings again; refuses with every mistake
  public Api(
      ServedProgram program,
      CurrentRuns runs,
      RunLauncher launcher,
      Takeover takeover,
      ServiceStore store,
      Runnable reload,
      InstantSource clock) {
    var answering = new Answering(program);
    var begun = new BegunRuns(clock);
    var starts = new RunStarts(launcher, takeover, begun, program.starter().host());
    var once = new OncePerKey(new SqlRequests(store::store, clock));
    var plans = new KeptPlans(new SqlPlans(store::store, clock));
    var requests = new SqlPlanRequests(store::store, clock);
    var maker = new PlanMaker(program, plans, requests);
    this.parts =
        List.of(
            new SyncRoutes(answering),
            new RunRoutes(answering, runs, begun, new SqlStops(store::store, clock)),
            new EventStream(answering, runs),
            new StartRoutes(answering, starts, once),
            new PlanRoutes(answering, plans, maker, starts, once),
            new PlanRequestRoutes(answering, requests),
            new MemberRoutes(answering),
            new PauseRoutes(answering),
            new DoctorRoutes(answering),
            new SettingsRoutes(answering, program, reload),
            Description.read());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(
        RunStopped.class,
        (stopped, context) -> {
          var refusal = Refusal.of(stopped);
          new Problem(
                  HttpStatus.forStatus(refusal.getStatus()), String.valueOf(refusal.getMessage()))
              .answer(context);
        });
    routes.exception(
        StoreTrouble.class,
        (trouble, context) ->
            new Problem(HttpStatus.SERVICE_UNAVAILABLE, trouble.getMessage() + ". Try again.")
                .answer(context));
    parts.forEach(part -> part.addTo(routes));
  }
}
