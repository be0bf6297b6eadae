package org.rollcall.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// The clock on the wall in a zone.
record WallClock(ZoneId zone) {
  /// What the clock shows at `moment`.
  LocalDateTime at(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone);
  }

  /// When the clock first shows `wall`, or where it jumps over it, the first moment after the jump.
  /// Empty on a date that the zone left out.
  Optional<Instant> moment(LocalDateTime wall) {
    var rules = zone.getRules();
    var change = rules.getTransition(wall);
    if (change == null || change.isOverlap()) {
      return Optional.of(wall.toInstant(rules.getValidOffsets(wall).getFirst()));
    }
    return Optional.of(change.getInstant()).filter(_ -> exists(wall.toLocalDate()));
  }

  /// Whether the zone has `date` in its calendar. Apia has no 30 December 2011.
  boolean exists(LocalDate date) {
    return date.atStartOfDay(zone).toLocalDate().equals(date);
  }
}
