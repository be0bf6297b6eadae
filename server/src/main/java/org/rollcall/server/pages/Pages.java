package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.ServiceStore;
import org.rollcall.page.site.Frame;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.LoginView;
import org.rollcall.page.site.MessageView;
import org.rollcall.page.site.Site;
import org.rollcall.page.site.Text;
import org.rollcall.server.access.LoginForm;
import org.rollcall.server.access.PageHeaders;
import org.rollcall.server.access.RefusedVisit;
import org.rollcall.server.api.BegunRuns;
import org.rollcall.server.api.KeptPlans;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.web.Problem;
import org.rollcall.server.web.Routes;
import org.rollcall.store.SqlPlans;
import org.rollcall.store.SqlStops;

/// All pages that people see. They stand behind a [org.rollcall.server.access.PageGuard].
public final class Pages implements Routes {
  private final List<Routes> parts;

  /// @param store where plans are kept
  /// @param reload reads the settings again; refuses with every mistake
  public Pages(
      ServedProgram program,
      CurrentRuns runs,
      RunLauncher launcher,
      ServiceStore store,
      Runnable reload,
      InstantSource clock) {
    var answering = new Answering(program);
    var begun = new BegunRuns(clock);
    var starts = new PageStarts(launcher, begun, program.starter().host());
    var plans = new KeptPlans(new SqlPlans(store::store, clock));
    this.parts =
        List.of(
            new AssetRoutes(),
            new OverviewPages(answering),
            new SyncPages(answering, starts, clock),
            new RunPages(answering, runs, begun, new SqlStops(store::store, clock)),
            new LivePages(answering, new LiveRuns(runs, clock)),
            new PlanPages(answering, plans, starts),
            new MemberPages(answering, starts),
            new ListPages(answering),
            new SetupPages(answering, store.place(), reload));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.exception(RefusedVisit.class, Pages::refuse);
    routes.exception(NotFoundResponse.class, Pages::miss);
    parts.forEach(part -> part.addTo(routes));
  }

  /// The page by which people sign in.
  public static String login(LoginForm form) {
    var frame = new Frame(Text.text("login.title"), Place.NONE, Optional.empty(), List.of(), "");
    return Site.page(
        frame,
        new LoginView(form.token(), form.to(), form.fault(), form.hasAccounts(), form.provider()));
  }

  private static void refuse(RefusedVisit refusal, Context context) {
    var status = HttpStatus.forStatus(refusal.getStatus());
    PageHeaders.addTo(context);
    var frame = new Frame(title(status), Place.NONE, Optional.empty(), List.of(), "");
    var sentences = List.of(String.valueOf(refusal.getMessage()).split("\n"));
    context.status(status).html(Site.page(frame, new MessageView(sentences)));
  }

  /// Programs are told in their own way that there is nothing at an address.
  private static void miss(NotFoundResponse missing, Context context) {
    var accepted = Optional.ofNullable(context.header("Accept")).orElse("");
    if (accepted.contains("text/html")) {
      refuse(new RefusedVisit(HttpStatus.NOT_FOUND, Text.text("message.missing-page")), context);
    } else {
      new Problem(HttpStatus.NOT_FOUND, "There is nothing at this address.").answer(context);
    }
  }

  private static String title(HttpStatus status) {
    return Text.text(
        switch (status) {
          case NOT_FOUND -> "message.missing";
          case FORBIDDEN -> "message.refused";
          case CONFLICT, SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> "message.busy";
          case null, default -> "message.wrong";
        });
  }
}
