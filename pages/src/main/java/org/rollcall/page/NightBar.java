package org.rollcall.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Totals;

/// An earlier run in a chart.
///
/// @param when the day and the time of its start, in UTC
/// @param ending how it ended, as a word
/// @param hasEnded whether it converged or finished
/// @param created contacts that it made
/// @param updated contacts that it changed
/// @param failed members whom it did not put right
public record NightBar(
    String when, String ending, boolean hasEnded, int created, int updated, int failed) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /// How many runs a chart has.
  public static final int MOST = 30;

  /// The bars of these runs, the oldest first.
  ///
  /// @param runs the latest first
  public static List<NightBar> of(List<JournaledRun> runs) {
    return runs.stream().limit(MOST).map(NightBar::of).toList().reversed();
  }

  private static NightBar of(JournaledRun run) {
    var totals = run.totals().orElse(Totals.NONE);
    return new NightBar(
        when(run.started()),
        run.status().map(EndedAs::word).orElse("no end recorded"),
        run.status().filter(NightBar::hasEnded).isPresent(),
        totals.created(),
        totals.updated(),
        totals.failed());
  }

  private static boolean hasEnded(EndedAs ending) {
    return switch (ending) {
      case SUCCEEDED, PARTIAL -> true;
      case FAILED, REFUSED, PAUSED, INTERRUPTED, UNKNOWN -> false;
    };
  }

  static String when(Instant time) {
    return WHEN.format(time);
  }

  /// Contacts that it made or changed.
  public int changed() {
    return created + updated;
  }
}
