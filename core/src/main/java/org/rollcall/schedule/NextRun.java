package org.rollcall.schedule;

import java.time.Instant;
import java.time.ZoneId;

/// When a run will be due.
///
/// @param earliest the first moment at which it may begin
/// @param latest the moment at which it begins at the latest; the same for a cron
/// @param zone the zone in which the schedule speaks of it
public record NextRun(Instant earliest, Instant latest, ZoneId zone) {
  static NextRun at(Instant moment, ZoneId zone) {
    return new NextRun(moment, moment, zone);
  }

  /// Whether it is known to the minute.
  public boolean isExact() {
    return earliest.equals(latest);
  }
}
