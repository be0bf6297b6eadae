package org.rollcall.schedule;

import java.time.Instant;
import java.time.ZoneId;

/// Times of day in a zone, as cron writes them. Summer time loses no run and doubles none:
///
/// - A cron that names hours, such as `30 2 * * *`, comes once for each time of each day. A time
///   that a change of the clock leaves out comes at the first moment after the gap; a time that
///   comes twice counts the first time. A date that a zone left out has no run.
/// - A cron of every hour, such as `*/15 * * * *`, goes by the time that passes: it comes whenever
///   the clock shows it, also for the second time. Times that a change leaves out are not made up,
///   unless more than an hour would pass without a run: then one comes at the first moment after
///   the gap. Only where half an hour comes twice, an hour and a half may pass.
///
/// Immutable and thread-safe. Two are equal if fields and zone are.
public final class Cron {
  private final String text;
  private final ZoneId zone;
  private final Times times;

  private Cron(String text, ZoneId zone) {
    this.text = text;
    this.zone = zone;
    var fields = new CronFields(text);
    this.times = fields.everyHour() ? new EveryHour(fields, zone) : new NamedHours(fields, zone);
  }

  /// @param fields five fields as in Unix cron: `0 8 * * *`
  /// @param zone the zone of the clock that the fields speak of
  /// @throws IllegalArgumentException when there is a [CronMistake] in the fields
  public static Cron of(String fields, ZoneId zone) {
    CronMistake.in(fields)
        .ifPresent(mistake -> {
          throw new IllegalArgumentException("The cron %s.".formatted(mistake.words()));
        });
    return new Cron(fields.strip().replaceAll("\\s+", " "), zone);
  }

  /// The five fields, with one blank between them.
  public String text() {
    return text;
  }

  public ZoneId zone() {
    return zone;
  }

  /// The first moment after `moment` at which a run is due.
  public Instant next(Instant moment) {
    return times
        .after(moment)
        .orElseThrow(
            () -> new IllegalStateException("The cron \"%s\" has no next.".formatted(text)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && text.equals(cron.text) && zone.equals(cron.zone);
  }

  @Override
  public int hashCode() {
    return text.hashCode() * 31 + zone.hashCode();
  }

  /// `0 8 * * * in America/New_York`.
  @Override
  public String toString() {
    return "%s in %s".formatted(text, zone);
  }
}
