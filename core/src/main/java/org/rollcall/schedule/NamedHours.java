package org.rollcall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// A cron that names hours: each time of each day comes once.
record NamedHours(CronFields fields, WallClock clock) implements Times {
  NamedHours(CronFields fields, ZoneId zone) {
    this(fields, new WallClock(zone));
  }

  /// Where the clock shows a time for the second time, the times that follow have come already, so
  /// that several may have to be passed over.
  @Override
  public Optional<Instant> after(Instant moment) {
    var wall = fields.after(clock.at(moment));
    while (wall.isPresent()) {
      var due = clock.moment(wall.get()).filter(each -> each.isAfter(moment));
      if (due.isPresent()) {
        return due;
      }
      wall = fields.after(wall.get());
    }
    return Optional.empty();
  }
}
