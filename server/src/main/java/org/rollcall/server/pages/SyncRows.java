package org.rollcall.server.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.Ignores;
import org.rollcall.app.Timetable;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.page.NightBar;
import org.rollcall.page.site.RunRow;
import org.rollcall.page.site.SyncRow;
import org.rollcall.page.site.Text;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunFilter;
import org.rollcall.review.SyncHealth;
import org.rollcall.run.KnownFailures.Known;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Totals;
import org.rollcall.schedule.NextRun;

/// How syncs are, as rows of a page.
final class SyncRows {
  private SyncRows() {}

  /// All syncs, in the order of the settings.
  static List<SyncRow> all(Visit visit) {
    return visit.use().syncs().stream().map(sync -> of(visit, sync)).toList();
  }

  /// One sync.
  static SyncRow of(Visit visit, SyncName sync) {
    var runs =
        visit.remembered(history ->
            history.runs(new RunFilter(Optional.of(sync), Optional.empty()), NightBar.MOST));
    var timetable = visit.operations().timetables(visit.selection(sync), 1).getFirst();
    var ended = runs.stream().filter(run -> run.totals().isPresent()).findFirst();
    int failed = ended.flatMap(JournaledRun::totals).map(Totals::failed).orElse(0);
    int fresh = ended.map(run -> Math.min(failed, fresh(visit, sync, run))).orElse(0);
    return new SyncRow(
        sync.value(),
        SyncHealth.of(timetable.pause().isPresent(), runs),
        target(runs),
        runs.stream().findFirst().map(RunRow::of),
        next(timetable),
        pause(timetable),
        ended
            .flatMap(JournaledRun::totals)
            .map(totals -> "%,d".formatted(totals.total()))
            .orElse(""),
        fresh,
        failed - fresh,
        NightBar.of(runs));
  }

  /// A pause without an end has no run after it.
  private static Optional<Instant> next(Timetable timetable) {
    return timetable.pause().filter(pause -> pause.until().isEmpty()).isPresent()
        ? Optional.empty()
        : timetable.next().stream().findFirst().map(NextRun::earliest);
  }

  private static String target(List<JournaledRun> runs) {
    return runs.stream()
        .flatMap(run -> run.target().stream())
        .findFirst()
        .map(Target::toString)
        .orElse("");
  }

  private static String pause(Timetable timetable) {
    return timetable.pause().map(pause -> Text.text("overview.paused", pause.inWords())).orElse("");
  }

  /// Whoever failed in `run` and had not failed before it.
  private static int fresh(Visit visit, SyncName sync, JournaledRun run) {
    try {
      Ignores known = visit.operations().ignores(visit.selection(sync));
      return (int)
          known.failures().last().values().stream()
              .map(Known::since)
              .filter(since -> !since.isBefore(run.started()))
              .count();
    } catch (RunStopped _) {
      return 0;
    }
  }
}
