package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.csv.ChangeTable;
import org.rollcall.page.PageFile;
import org.rollcall.page.RunPage;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.RunView;
import org.rollcall.page.site.Site;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.RunSheet;
import org.rollcall.review.Unended;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.api.BegunRuns;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.Routes;
import org.rollcall.store.SqlStops;

/// A run: what it did, to whom, and how to stop one that goes on.
///
/// @param begun the runs that the history does not have yet
record RunPages(Answering answering, CurrentRuns runs, BegunRuns begun, SqlStops stops)
    implements Routes {
  private static final int NIGHTS = 30;

  @Override
  public void addTo(RoutesConfig routes) {
    var run = "/runs/{id}";
    routes.get(run + ".csv", answering.by(this::table), PageNeeds.VIEWER);
    routes.get(run + ".html", answering.by(this::file), PageNeeds.VIEWER);
    routes.get(run, answering.by(this::show), PageNeeds.VIEWER);
    routes.get(run + "/members", answering.by(this::members), PageNeeds.VIEWER);
    routes.post(run + "/stop", answering.by(this::stop), PageNeeds.OPERATOR);
  }

  private void show(Visit visit) {
    var view = view(visit);
    visit.show(view.sheet().title(), Place.NONE, view);
  }

  private void members(Visit visit) {
    visit.html(Site.part("members", Map.of("stretch", view(visit).members())));
  }

  private RunView view(Visit visit) {
    var run = run(visit);
    return RunView.of(
        run, changes(visit, run), visit.filter(), visit.from(), visit.privacy(run.sync()));
  }

  private JournaledRun run(Visit visit) {
    return visit
        .remembered(history -> history.run(visit.run()))
        .or(() -> begun.find(visit.run()))
        .orElseThrow(visit::noRun);
  }

  private static List<JournaledChange> changes(Visit visit, JournaledRun run) {
    return visit.remembered(history -> history.changes(run.run()));
  }

  private void table(Visit visit) {
    var run = run(visit);
    var lines = new ChangeTable(visit.privacy(run.sync())).lines(run, changes(visit, run));
    visit
        .context()
        .contentType("text/csv; charset=utf-8")
        .header(
            "Content-Disposition", "attachment; filename=\"rollcall-%s.csv\"".formatted(run.run()))
        .result(String.join("\r\n", lines) + "\r\n");
  }

  private void file(Visit visit) {
    var run = run(visit);
    var filter = new RunFilter(Optional.of(run.sync()), Optional.empty());
    var nights = visit.remembered(history -> history.runs(filter, NIGHTS));
    var page =
        new RunPage(visit.privacy(run.sync())).of(RunSheet.of(run, changes(visit, run)), nights);
    visit
        .context()
        .contentType("text/html; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"rollcall-%s.html\"".formatted(run.run()));
    try {
      PageFile.write(page, visit.context().res().getOutputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// A run of another process hears of it by the store, within a few seconds.
  private void stop(Visit visit) {
    var here = runs.find(visit.run()).filter(run -> !run.isOver());
    var run = run(visit);
    if (here.isPresent()) {
      here.get().stop().ask();
    } else if (run.status().isEmpty() && run.unended() == Unended.RUNNING) {
      stops.ask(run.run(), visit.caller().who());
    } else {
      throw Visit.conflict("refused.over", run.run());
    }
    visit.go(Done.STOPPING.at("/runs/" + run.run()));
  }
}
