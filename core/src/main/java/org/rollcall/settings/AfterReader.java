package org.rollcall.settings;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.Newest;
import org.rollcall.schedule.AfterRefresh;

/// Reads between which times of day a run waits for fresh data.
final class AfterReader {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final String LATEST =
      "the time of day at which the run begins in any case, such as 08:00";

  private AfterReader() {}

  /// The times; empty where there is a mistake, which is reported.
  static Optional<AfterRefresh> read(
      Section section, Source source, Optional<Newest> freshness, ZoneId zone) {
    var newest = newest(section, source).or(() -> freshness);
    if (newest.isEmpty() && section.self().isSection()) {
      section
          .self()
          .report(
              "%s does not say what tells that the roster was refreshed; expected freshness in it or beside schedule"
                  .formatted(section.self().path()));
    }
    var notBefore = section.optional("not_before");
    var atLatest = section.required("at_latest", LATEST);
    section.close();
    var earliest = notBefore.map(AfterReader::time).orElse(Optional.of(LocalTime.MIDNIGHT));
    var latest = atLatest.flatMap(AfterReader::time);
    return newest.flatMap(told ->
        earliest.flatMap(from ->
            latest
                .filter(to -> isAfter(atLatest.orElseThrow(), from, to))
                .map(to -> new AfterRefresh(told, from, to, zone))));
  }

  private static Optional<Newest> newest(Section section, Source source) {
    return section
        .optional("freshness")
        .map(Field::section)
        .map(told -> {
          var newest = FreshnessReader.newest(told, source);
          told.close();
          return newest;
        });
  }

  private static boolean isAfter(Field field, LocalTime earliest, LocalTime latest) {
    if (latest.isAfter(earliest)) {
      return true;
    }
    field.wrong(
        "\"%s\"".formatted(field.literal()),
        "a time of the same day after not_before, which is %s".formatted(FORM.format(earliest)));
    return false;
  }

  private static Optional<LocalTime> time(Field field) {
    return field.as("a time of day such as 07:45", AfterReader::time);
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text, FORM));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
