package org.rollcall.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.Newest;

/// One run a day, as soon as the roster has been refreshed on that day. Times of a wall clock are
/// treated as a [Cron] that names hours does.
///
/// @param newest what tells when the roster was refreshed
/// @param notBefore the earliest time of day
/// @param atLatest when the run begins although nothing was refreshed; after `notBefore`
/// @param zone the zone of both, and of the day
public record AfterRefresh(Newest newest, LocalTime notBefore, LocalTime atLatest, ZoneId zone) {
  /// @throws IllegalArgumentException unless `atLatest` is after `notBefore`
  public AfterRefresh {
    if (!atLatest.isAfter(notBefore)) {
      throw new IllegalArgumentException(
          "The latest time %s is not after the earliest, %s.".formatted(atLatest, notBefore));
    }
  }

  /// `once positions.loaded_at tells of a refresh, from 07:30 on, at 08:00 at the latest, in UTC`.
  public String inWords() {
    return "once %s tells of a refresh, from %s on, at %s at the latest, in %s"
        .formatted(newest.called(), notBefore, atLatest, zone);
  }

  /// The window that has opened last at `now`.
  Window current(Instant now) {
    return windows(now, -1).filter(each -> !each.opens().isAfter(now)).findFirst().orElseThrow();
  }

  /// The first window that opens after `moment`.
  Window next(Instant moment) {
    return windows(moment, 1)
        .filter(each -> each.opens().isAfter(moment))
        .findFirst()
        .orElseThrow();
  }

  NextRun nextRun(Instant moment) {
    var window = next(moment);
    return new NextRun(window.opens(), window.closes(), zone);
  }

  /// The windows of the day of `moment` and of all that follow or precede it.
  private Stream<Window> windows(Instant moment, int step) {
    var today = LocalDate.ofInstant(moment, zone);
    return Stream.iterate(today, date -> date.plusDays(step))
        .map(this::window)
        .flatMap(Optional::stream);
  }

  private Optional<Window> window(LocalDate date) {
    var clock = new WallClock(zone);
    return clock
        .moment(date.atTime(notBefore))
        .flatMap(opens ->
            clock
                .moment(date.atTime(atLatest))
                .map(closes -> new Window(date.atStartOfDay(zone).toInstant(), opens, closes)));
  }
}
