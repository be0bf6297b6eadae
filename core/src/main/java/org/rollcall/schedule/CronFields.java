package org.rollcall.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/// The five fields of a cron, as times of a wall clock that is never changed. Immutable.
///
/// cron-utils is never given a zone that has summer time, because it skips times that a change
/// leaves out.
final class CronFields {
  /// Keeps nothing between two texts, so that threads can share it.
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ExecutionTime times;
  private final boolean everyHour;

  /// @throws IllegalArgumentException when the fields are wrong
  CronFields(String fields) {
    var cron = PARSER.parse(fields).validate();
    times = ExecutionTime.forCron(cron);
    everyHour = cron.retrieve(CronFieldName.HOUR).getExpression() instanceof Always;
  }

  /// Whether the hour is `*`.
  boolean everyHour() {
    return everyHour;
  }

  /// The first time after `wall`; empty where none comes.
  Optional<LocalDateTime> after(LocalDateTime wall) {
    return times.nextExecution(wall.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  /// The first time at or after `wall`; empty where none comes.
  Optional<LocalDateTime> from(LocalDateTime wall) {
    return after(wall.minusNanos(1));
  }
}
