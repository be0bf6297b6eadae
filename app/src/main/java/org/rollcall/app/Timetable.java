package org.rollcall.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Pause;
import org.rollcall.model.SyncName;
import org.rollcall.schedule.NextRun;
import org.rollcall.schedule.Schedule;

/// When one sync runs next.
///
/// @param schedule what its settings say; empty if they have none
/// @param pause the pause that is in force; empty for none
/// @param next the next runs, the first first, after the pause where its end is known
public record Timetable(
    SyncName sync, Optional<Schedule> schedule, Optional<Pause> pause, List<NextRun> next) {
  public Timetable {
    next = List.copyOf(next);
  }

  /// @param count how many runs, at least 0
  public static Timetable of(
      SyncName sync, Optional<Schedule> schedule, Optional<Pause> pause, Instant now, int count) {
    var resumed = pause.flatMap(Pause::until).orElse(now);
    return new Timetable(
        sync, schedule, pause, schedule.map(each -> each.next(resumed, count)).orElse(List.of()));
  }
}
