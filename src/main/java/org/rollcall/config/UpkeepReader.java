package org.rollcall.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Schedule;

/// Reads what is expected of what surrounds a run.
final class UpkeepReader {
  private static final Duration A_NIGHT_AND_A_BIT = Duration.ofHours(26);

  private UpkeepReader() {}

  static Upkeep read(Section root) {
    var zone =
        root.optional("zone")
            .flatMap(
                field -> field.as("a zone such as UTC or America/New_York", UpkeepReader::zone))
            .orElse(ZoneOffset.UTC);
    return new Upkeep(
        root.optional("freshness").map(Field::section).map(UpkeepReader::freshness),
        root.optional("schedule")
            .flatMap(
                field -> field.as("five fields of cron, such as \"0 8 * * *\"", UpkeepReader::cron))
            .map(cron -> new Schedule(cron, zone)));
  }

  private static Freshness freshness(Section section) {
    var freshness =
        new Freshness(
            section.text("table", "the table whose newest row is looked at"),
            section.text("column", "a column that holds each row's time"),
            section.duration("within", A_NIGHT_AND_A_BIT),
            section.flag("required"));
    section.close();
    return freshness;
  }

  private static Optional<String> cron(String text) {
    return Optional.of(text).filter(fields -> fields.split("\\s+", -1).length == 5);
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
