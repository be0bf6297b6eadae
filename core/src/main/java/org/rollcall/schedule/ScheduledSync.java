package org.rollcall.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Pause;

/// A schedule and what is known of its sync. Immutable.
///
/// @param schedule when it is to run
/// @param inForce since when the schedule counts: when it was first seen or changed, or when a
///   paused sync was resumed. What came due before is not made up. It outlives the process: with
///   the start of the process here, nothing that was missed would be made up
/// @param lastRun when the schedule last started a run, however that ended; empty for never
/// @param pause the pause that was asked for last, also one that is over; empty for none
public record ScheduledSync(
    Schedule schedule, Instant inForce, Optional<Instant> lastRun, Optional<Pause> pause) {

  /// Whether a run is due.
  ///
  /// @param refreshed when the roster was last refreshed; empty where nobody has looked or nothing
  ///   tells it
  public Due due(Instant now, Optional<Instant> refreshed) {
    var paused = pause.filter(each -> each.isOn(now));
    return paused.<Due>map(Due.Paused::new).orElseGet(() -> first(byRule(now, refreshed)));
  }

  private List<Due> byRule(Instant now, Optional<Instant> refreshed) {
    return Stream.concat(
            schedule.crons().stream().map(cron -> due(cron, now)),
            schedule.after().stream().map(rule -> due(rule, now, refreshed)))
        .toList();
  }

  private Due due(Cron cron, Instant now) {
    var next = cron.next(lastRun.filter(counted()::isBefore).orElse(counted()));
    return next.isAfter(now) ? new Due.Later(next) : new Due.Now(next, Due.Reason.TIME);
  }

  private Due due(AfterRefresh rule, Instant now, Optional<Instant> refreshed) {
    var window = rule.current(now);
    if (isDone(window) || !window.closes().isAfter(counted())) {
      return new Due.Later(rule.next(now).opens());
    }
    if (!now.isBefore(window.closes())) {
      return new Due.Now(window.closes(), Due.Reason.LATEST);
    }
    return refreshed
        .filter(each -> !each.isBefore(window.dayBegins()))
        .<Due>map(each -> new Due.Now(between(window.opens(), each, now), Due.Reason.REFRESHED))
        .orElseGet(() -> new Due.Watch(rule.newest(), window.closes()));
  }

  private boolean isDone(Window window) {
    return lastRun.filter(run -> !run.isBefore(window.opens())).isPresent();
  }

  /// Since when moments count that have passed without a run.
  private Instant counted() {
    return pause.flatMap(Pause::until).filter(inForce::isBefore).orElse(inForce);
  }

  /// `moment`, but neither before `earliest` nor after `latest`. A date stands for the end of its
  /// day, which may be yet to come.
  private static Instant between(Instant earliest, Instant moment, Instant latest) {
    var soon = moment.isAfter(latest) ? latest : moment;
    return soon.isBefore(earliest) ? earliest : soon;
  }

  /// What is due now goes before what is waited for.
  private static Due first(List<Due> each) {
    var since = Comparator.comparing(Due.Now::since);
    return only(each, Due.Now.class).min(since).<Due>map(now -> now).orElseGet(() -> soonest(each));
  }

  private static Due soonest(List<Due> each) {
    var times =
        Stream.concat(
            only(each, Due.Watch.class).map(Due.Watch::until),
            only(each, Due.Later.class).map(Due.Later::at));
    var until = times.min(Comparator.naturalOrder()).orElseThrow();
    return only(each, Due.Watch.class)
        .findFirst()
        .<Due>map(watch -> new Due.Watch(watch.newest(), until))
        .orElseGet(() -> new Due.Later(until));
  }

  private static <D extends Due> Stream<D> only(List<Due> each, Class<D> kind) {
    return each.stream().filter(kind::isInstance).map(kind::cast);
  }
}
