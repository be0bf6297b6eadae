package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import org.rollcall.app.RunRequest;
import org.rollcall.app.SyncPlan;
import org.rollcall.page.site.Approval;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.PlanView;
import org.rollcall.page.site.Site;
import org.rollcall.review.PlanSheet;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.api.KeptPlans;
import org.rollcall.server.api.UndoneRun;
import org.rollcall.server.web.Routes;

/// Plans: made, read, and carried out as they were read. What taking a run back would do is one,
/// too.
///
/// @param making permits for the plans that are made at once
record PlanPages(Answering answering, KeptPlans plans, PageStarts starts, Semaphore making)
    implements Routes {
  /// A plan holds both sides in memory.
  private static final int AT_ONCE = 2;

  PlanPages(Answering answering, KeptPlans plans, PageStarts starts) {
    this(answering, plans, starts, new Semaphore(AT_ONCE));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    var plan = "/plans/{digest}";
    routes.post("/syncs/{name}/plans", answering.by(this::make), PageNeeds.OPERATOR);
    routes.post("/runs/{id}/undo", answering.by(this::makeUndo), PageNeeds.OPERATOR);
    routes.get(plan, answering.by(this::show), PageNeeds.VIEWER);
    routes.get(plan + "/members", answering.by(this::members), PageNeeds.VIEWER);
    routes.post(plan + "/approve", answering.by(this::approve), PageNeeds.OPERATOR);
  }

  private void make(Visit visit) throws InterruptedException {
    var selection = visit.selection(visit.sync());
    show(
        visit,
        Optional.empty(),
        () -> visit.operations().plan(selection, OptionalInt.empty(), _ -> {}));
  }

  private void makeUndo(Visit visit) throws InterruptedException {
    var run = visit.remembered(history -> history.run(visit.run())).orElseThrow(visit::noRun);
    var selection = visit.selection(visit.sync(run.sync().value()));
    var undone = new UndoneRun(run.run(), Optional.empty());
    var request = undone.request(false, Optional.empty());
    show(
        visit, Optional.of(undone), () -> visit.operations().planUndo(selection, request, _ -> {}));
  }

  private interface Making {
    SyncPlan plan() throws InterruptedException;
  }

  /// Makes a plan, keeps it, and sends the browser to it.
  private void show(Visit visit, Optional<UndoneRun> undone, Making work)
      throws InterruptedException {
    if (!making.tryAcquire()) {
      throw Visit.conflict("refused.plans", AT_ONCE);
    }
    try {
      visit.go("/plans/" + plans.put(work.plan(), undone).digest());
    } finally {
      making.release();
    }
  }

  private void show(Visit visit) {
    var view = view(visit);
    visit.show(view.sheet().title(), Place.NONE, view);
  }

  private void members(Visit visit) {
    visit.html(Site.part("members", Map.of("stretch", view(visit).members())));
  }

  private PlanView view(Visit visit) {
    var kept = kept(visit);
    var sheet = kept.plan().sheet();
    return PlanView.of(
        sheet,
        "/plans/" + kept.digest(),
        visit.filter(),
        visit.from(),
        kept.undone().map(UndoneRun::run).orElse(""),
        visit.privacy(sheet.sync()));
  }

  private KeptPlans.Kept kept(Visit visit) {
    return plans
        .find(visit.context().pathParam("digest"))
        .orElseThrow(() -> Visit.missing("plan.gone"));
  }

  private void approve(Visit visit) {
    var kept = kept(visit);
    var reviewed = kept.plan();
    checkTyped(visit, reviewed.sheet());
    var sync = visit.sync(reviewed.sync().value());
    reviewed.check(visit.operations().settingsDigest(visit.selection(sync)));
    boolean meant = visit.field("force").equals("yes");
    var overrides = new RunRequest.Overrides(meant, false, Optional.empty());
    starts.begin(visit, sync, kept.request(overrides));
  }

  private static void checkTyped(Visit visit, PlanSheet sheet) {
    var approval = Approval.of(sheet, "");
    if (!approval.accepts(visit.field("changes"))) {
      throw Visit.conflict("refused.typed", approval.changes());
    }
  }
}
