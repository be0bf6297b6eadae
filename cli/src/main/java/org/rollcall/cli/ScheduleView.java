package org.rollcall.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.app.Timetable;
import org.rollcall.schedule.NextRun;
import org.rollcall.schedule.Schedule;

/// The next runs of each sync, a line each.
final class ScheduleView {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

  private ScheduleView() {}

  static List<String> of(List<Timetable> timetables) {
    var lines = new ArrayList<String>();
    for (var each : timetables) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(of(each));
    }
    return lines;
  }

  private static List<String> of(Timetable timetable) {
    var lines = new ArrayList<String>();
    lines.add(
        "Sync %s %s"
            .formatted(
                timetable.sync(),
                timetable
                    .schedule()
                    .map(ScheduleView::rules)
                    .orElse("has no schedule in its settings; something else starts its runs.")));
    timetable
        .pause()
        .ifPresent(pause ->
            lines.add(
                "  It is paused %s. No run of it begins meanwhile.".formatted(pause.inWords())));
    timetable.next().forEach(run -> lines.add("  " + line(run)));
    return lines;
  }

  private static String rules(Schedule schedule) {
    return "runs %s.".formatted(String.join("; ", schedule.inWords()));
  }

  private static String line(NextRun run) {
    return run.isExact()
        ? inBoth(run.earliest(), run)
        : "%s; at the latest %s".formatted(inBoth(run.earliest(), run), inBoth(run.latest(), run));
  }

  /// The zone is named where it is another.
  private static String inBoth(Instant moment, NextRun run) {
    var utc = FORM.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    return run.zone().normalized().equals(ZoneOffset.UTC)
        ? utc
        : "%s, %s in %s".formatted(utc, FORM.format(moment.atZone(run.zone())), run.zone());
  }
}
