package org.rollcall.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/// Reads a time zone.
final class ZoneReader {
  private static final String EXPECTED = "a zone such as UTC or America/New_York";

  private ZoneReader() {}

  /// The zone that `section` names, or `fallback`.
  static ZoneId read(Section section, ZoneId fallback) {
    return section.optional("zone").flatMap(ZoneReader::zone).orElse(fallback);
  }

  private static Optional<ZoneId> zone(Field field) {
    var text = field.text().filter(name -> !name.isEmpty());
    var zone = text.flatMap(ZoneReader::named);
    if (text.isPresent() && zone.isEmpty()) {
      var hint = Nearest.hint(text.get(), ZoneId.getAvailableZoneIds());
      field.wrong("\"%s\"".formatted(field.literal()), EXPECTED + hint);
    }
    return zone;
  }

  private static Optional<ZoneId> named(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
