package org.rollcall.doctor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.schedule.NextRun;
import org.rollcall.schedule.Schedule;

/// Says when the next run is due, in UTC and in local time. The usual mistake is a right time in
/// the wrong zone.
///
/// @param local the time zone of the person who reads this
public record ScheduleCheck(Optional<Schedule> schedule, InstantSource clock, ZoneId local)
    implements Check {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  public String subject() {
    return "Schedule";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        new Finding.Good(
            subject(),
            schedule
                .map(each -> sentence(each.next(clock.instant(), 1).getFirst()))
                .orElse(
                    "The settings have none (schedule: \"0 8 * * *\"); something else starts Rollcall.")));
  }

  private String sentence(NextRun run) {
    return run.isExact()
        ? "The next run is due %s.".formatted(inBoth(run.earliest()))
        : "The next run waits for fresh data from %s on, and begins at %s at the latest."
            .formatted(inBoth(run.earliest()), inBoth(run.latest()));
  }

  private String inBoth(Instant moment) {
    return "%s UTC, which is %s in %s"
        .formatted(
            FORM.format(moment.atZone(ZoneOffset.UTC)), FORM.format(moment.atZone(local)), local);
  }
}
