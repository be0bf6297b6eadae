package org.rollcall.server.pages;

import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.app.Brake;
import org.rollcall.app.RunRequest;
import org.rollcall.model.SyncName;
import org.rollcall.page.site.Frame.Place;
import org.rollcall.page.site.RunRow;
import org.rollcall.page.site.SyncView;
import org.rollcall.page.site.Text;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.server.access.PageNeeds;
import org.rollcall.server.web.Routes;

/// One sync: its charts and its runs, and what can be done with it.
record SyncPages(Answering answering, PageStarts starts, InstantSource clock) implements Routes {
  private static final int RUNS = 30;

  /// More runs than that are not drawn.
  private static final int DRAWN = 1_000;

  @Override
  public void addTo(RoutesConfig routes) {
    var sync = "/syncs/{name}";
    routes.get(sync, answering.by(this::show), PageNeeds.VIEWER);
    routes.post(sync + "/runs", answering.by(this::start), PageNeeds.OPERATOR);
    routes.post(sync + "/pause", answering.by(SyncPages::pause), PageNeeds.OPERATOR);
    routes.post(sync + "/resume", answering.by(SyncPages::resume), PageNeeds.OPERATOR);
  }

  private void show(Visit visit) {
    var sync = visit.sync();
    var runs = runs(visit, sync);
    var page = runs.subList(0, Math.min(RUNS, runs.size()));
    visit.show(
        Text.text("sync.title", sync.value()),
        Place.OVERVIEW,
        new SyncView(
            SyncRows.of(visit, sync),
            series(visit, sync),
            page.stream().map(RunRow::of).toList(),
            runs.size() > page.size() ? older(sync, page.getLast()) : ""));
  }

  private static List<JournaledRun> runs(Visit visit, SyncName sync) {
    var every = new RunFilter(Optional.of(sync), Optional.empty());
    var filter = before(visit).map(every::before).orElse(every);
    return visit.remembered(history -> history.runs(filter, RUNS + 1));
  }

  private static String older(SyncName sync, JournaledRun last) {
    return "/syncs/%s?before=%d_%s#runs"
        .formatted(sync.value(), last.started().toEpochMilli(), last.run());
  }

  private static Optional<RunFilter.Place> before(Visit visit) {
    var parts = visit.query("before").split("_", 2);
    return parts.length == 2 && parts[0].matches("\\d{1,14}")
        ? Optional.of(new RunFilter.Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]))
        : Optional.empty();
  }

  private String series(Visit visit, SyncName sync) {
    var now = clock.instant();
    var since = now.minus(NightSeries.SPAN);
    var filter =
        new RunFilter(
            Optional.of(sync), Optional.empty(), Optional.of(since), Optional.empty(), false);
    return new NightSeries(now, visit.operations().rate(visit.selection(sync)))
        .of(visit.remembered(history -> history.runs(filter, DRAWN)));
  }

  private void start(Visit visit) {
    starts.begin(
        visit,
        visit.sync(),
        new RunRequest.Everybody(
            OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE));
  }

  private static void pause(Visit visit) {
    var why = visit.field("why");
    if (why.isEmpty()) {
      throw Visit.conflict("refused.missing-why");
    }
    var brake = brake(visit);
    var _ = brake.pull(until(visit, brake.clock().instant()), why);
    visit.go(Done.PAUSED.at("/syncs/" + visit.sync().value()));
  }

  private static Optional<Instant> until(Visit visit, Instant now) {
    var hours = visit.field("hours");
    return hours.matches("\\d{1,4}")
        ? Optional.of(now.plus(Duration.ofHours(Long.parseLong(hours))))
        : Optional.empty();
  }

  private static void resume(Visit visit) {
    var _ = brake(visit).release();
    visit.go(Done.RESUMED.at("/syncs/" + visit.sync().value()));
  }

  /// The visitor is who asks, and not who started the service.
  private static Brake brake(Visit visit) {
    return visit.operations().brake(visit.selection(visit.sync())).askedBy(visit.caller().who());
  }
}
