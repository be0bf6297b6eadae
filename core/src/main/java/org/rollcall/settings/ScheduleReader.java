package org.rollcall.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Newest;
import org.rollcall.schedule.AfterRefresh;
import org.rollcall.schedule.Cron;
import org.rollcall.schedule.Schedule;

/// Reads when a sync is to run: a cron, a group with crons and a zone, or a list of both.
final class ScheduleReader {
  private static final String GROUP =
      "cron with five fields such as \"0 8 * * *\", or after with the time until which a run waits for fresh data";

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Source source;
  private final Optional<Newest> freshness;
  private final List<Cron> crons = new ArrayList<>();
  private Optional<AfterRefresh> after = Optional.empty();

  private ScheduleReader(Source source, Optional<Newest> freshness) {
    this.source = source;
    this.freshness = freshness;
  }

  /// The schedule; empty if there is none or all of it is wrong.
  ///
  /// @param freshness what tells when the roster was refreshed, where `after` does not say
  static Optional<Schedule> read(Section root, Source source, Optional<Newest> freshness) {
    var reader = new ScheduleReader(source, freshness);
    var zone = ZoneReader.read(root, UTC);
    root.optional("schedule").ifPresent(field -> reader.addEach(field, zone));
    return reader.crons.isEmpty() && reader.after.isEmpty()
        ? Optional.empty()
        : Optional.of(new Schedule(reader.crons, reader.after));
  }

  private void addEach(Field field, ZoneId zone) {
    var items = field.list();
    if (items.isEmpty()) {
      field.wrong("empty", GROUP);
    }
    items.forEach(item -> {
      if (item.isSection()) {
        addGroup(item.section(), zone);
      } else {
        CronReader.read(item, zone).ifPresent(crons::add);
      }
    });
  }

  private void addGroup(Section group, ZoneId fallback) {
    var zone = ZoneReader.read(group, fallback);
    var cron = group.optional("cron");
    var waits = group.optional("after");
    if (cron.isEmpty() && waits.isEmpty()) {
      group.self().report("%s names no time; expected %s".formatted(group.self().path(), GROUP));
    }
    cron.map(Field::list)
        .orElse(List.of())
        .forEach(each -> CronReader.read(each, zone).ifPresent(crons::add));
    waits.ifPresent(field -> addAfter(field, zone));
    group.close();
  }

  private void addAfter(Field field, ZoneId zone) {
    if (after.isPresent()) {
      field.report("%s was given already; expected it once".formatted(field.path()));
    }
    after = AfterReader.read(field.section(), source, freshness, zone).or(() -> after);
  }
}
