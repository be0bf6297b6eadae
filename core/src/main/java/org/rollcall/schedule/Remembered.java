package org.rollcall.schedule;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Pause;

/// What outlives the process about the schedule of one sync. Immutable.
///
/// @param rules the schedule as it was seen last, in words
/// @param inForce since when it counts; what came due before is not made up
/// @param lastRun when the schedule last started a run that went on to its end; empty for never
public record Remembered(String rules, Instant inForce, Optional<Instant> lastRun) {
  /// What is known after a look at `now`. A schedule that is new or was changed counts from now on,
  /// and so does one whose sync is paused: what falls into a pause is not made up.
  ///
  /// @param before what was known before; empty for nothing
  public static Remembered seen(
      Optional<Remembered> before, Schedule schedule, Optional<Pause> pause, Instant now) {
    var rules = String.join("; ", schedule.inWords());
    var goesOn =
        before
            .filter(_ -> pause.filter(each -> each.isOn(now)).isEmpty())
            .filter(each -> each.rules().equals(rules));
    return goesOn.orElseGet(() -> new Remembered(rules, now, before.flatMap(Remembered::lastRun)));
  }

  /// The same after a run that the schedule started.
  public Remembered ran(Instant started) {
    return new Remembered(rules, inForce, Optional.of(started));
  }

  /// The sync as it stands.
  public ScheduledSync of(Schedule schedule, Optional<Pause> pause) {
    return new ScheduledSync(schedule, inForce, lastRun, pause);
  }
}
