package org.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/// A cron of every hour: it comes whenever the clock shows it.
record EveryHour(CronFields fields, ZoneId zone) implements Times {
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  public Optional<Instant> after(Instant moment) {
    var offset = zone.getRules().getOffset(moment);
    var next =
        fields.after(LocalDateTime.ofInstant(moment, offset)).map(wall -> wall.toInstant(offset));
    var change = zone.getRules().nextTransition(moment);
    return change == null || next.filter(due -> due.isBefore(change.getInstant())).isPresent()
        ? next
        : across(change);
  }

  /// The first moment at or after a change of the clock.
  private Optional<Instant> across(ZoneOffsetTransition change) {
    var next = from(change);
    return change.isGap() && leavesOut(change) && stalls(change, next)
        ? Optional.of(change.getInstant())
        : next;
  }

  private Optional<Instant> from(ZoneOffsetTransition change) {
    var wall = change.getDateTimeAfter();
    return fields.from(wall).filter(wall::equals).isPresent()
        ? Optional.of(change.getInstant())
        : after(change.getInstant());
  }

  private boolean leavesOut(ZoneOffsetTransition gap) {
    return comes(gap.getDateTimeBefore(), gap.getDateTimeAfter());
  }

  /// Whether more than an hour would pass without a run.
  private boolean stalls(ZoneOffsetTransition gap, Optional<Instant> next) {
    var since = next.map(due -> due.minus(HOUR)).filter(from -> from.isBefore(gap.getInstant()));
    return since
        .map(from -> LocalDateTime.ofInstant(from, gap.getOffsetBefore()))
        .filter(from -> comes(from, gap.getDateTimeBefore()))
        .isEmpty();
  }

  private boolean comes(LocalDateTime from, LocalDateTime before) {
    return fields.from(from).filter(wall -> wall.isBefore(before)).isPresent();
  }
}
