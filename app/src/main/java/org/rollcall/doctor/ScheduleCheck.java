package org.rollcall.doctor;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.Schedule;

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
        schedule
            .map(this::next)
            .orElseGet(() ->
                new Finding.Good(
                    subject(),
                    "The settings have none (schedule: \"0 8 * * *\"); something else starts Rollcall.")));
  }

  private Finding next(Schedule schedule) {
    try {
      var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
      var now = clock.instant().atZone(schedule.zone());
      return ExecutionTime.forCron(parser.parse(schedule.cron()))
          .nextExecution(now)
          .<Finding>map(due -> new Finding.Good(subject(), sentence(due)))
          .orElseGet(() -> wrong(schedule, "never comes due"));
    } catch (IllegalArgumentException _) {
      return wrong(schedule, "is not a line of cron");
    }
  }

  private String sentence(ZonedDateTime due) {
    return "The next run is due %s UTC, which is %s in %s."
        .formatted(
            FORM.format(due.withZoneSameInstant(ZoneOffset.UTC)),
            FORM.format(due.withZoneSameInstant(local)),
            local);
  }

  private Finding wrong(Schedule schedule, String how) {
    return new Finding.Wrong(
        subject(),
        "\"%s\" %s.".formatted(schedule.cron(), how),
        "Write five fields, such as \"0 8 * * *\": minute, hour, day of the month, month, day of the week.");
  }
}
