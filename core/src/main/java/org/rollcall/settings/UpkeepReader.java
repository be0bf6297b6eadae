package org.rollcall.settings;

import java.util.Optional;
import org.rollcall.model.Freshness;
import org.rollcall.model.Tolerance;

/// Reads what is expected of a run's surroundings.
final class UpkeepReader {
  private UpkeepReader() {}

  static Upkeep read(Section root, Source source) {
    var freshness =
        root.optional("freshness")
            .map(Field::section)
            .map(section -> FreshnessReader.read(section, source));
    return new Upkeep(
        freshness,
        ScheduleReader.read(root, source, freshness.map(Freshness::newest)),
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
}
