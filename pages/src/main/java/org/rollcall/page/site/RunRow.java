package org.rollcall.page.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Starter;
import org.rollcall.model.Wording;
import org.rollcall.page.Page.Badge;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Totals;

/// A run in a list.
///
/// @param starter who started it and by what; `""` where that is not known
/// @param took `""` where it has not ended
/// @param totals empty where it never said
public record RunRow(
    String id,
    String sync,
    String command,
    Instant started,
    Badge badge,
    String starter,
    String took,
    Optional<Totals> totals,
    int calls) {
  public static RunRow of(JournaledRun run) {
    return new RunRow(
        run.run(),
        run.sync().value(),
        run.command(),
        run.started(),
        RunBadge.of(run.status(), run.unended()),
        run.starter().map(RunRow::words).orElse(""),
        run.finished().map(end -> Wording.about(Duration.between(run.started(), end))).orElse(""),
        run.totals(),
        run.calls());
  }

  private static String words(Starter starter) {
    return "%s, by %s".formatted(starter.user(), starter.trigger().words());
  }
}
