package org.rollcall.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollcall.model.Schedule;
import org.rollcall.model.Tolerance;

/// Reads what is expected of a run's surroundings.
final class UpkeepReader {
  private UpkeepReader() {}

  static Upkeep read(Section root, Source source) {
    var zone =
        root.optional("zone")
            .flatMap(
                field -> field.as("a zone such as UTC or America/New_York", UpkeepReader::zone))
            .orElse(ZoneOffset.UTC);
    return new Upkeep(
        root.optional("freshness")
            .map(Field::section)
            .map(section -> FreshnessReader.read(section, source)),
        root.optional("schedule")
            .flatMap(
                field -> field.as("five fields of cron, such as \"0 8 * * *\"", UpkeepReader::cron))
            .map(cron -> new Schedule(cron, zone)),
        root.optional("exit_code")
            .map(Field::section)
            .map(UpkeepReader::tolerance)
            .orElse(Tolerance.IGNORED));
  }

  private static Tolerance tolerance(Section section) {
    var tolerance =
        section
            .optional("known_failures")
            .flatMap(field ->
                field.as(
                    "0 or 3, the exit code of a run in which only those failed who did before",
                    UpkeepReader::tolerance))
            .orElse(Tolerance.IGNORED);
    section.close();
    return tolerance;
  }

  private static Optional<Tolerance> tolerance(String code) {
    return switch (code) {
      case "0" -> Optional.of(Tolerance.KNOWN);
      case "3" -> Optional.of(Tolerance.NONE);
      default -> Optional.empty();
    };
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
