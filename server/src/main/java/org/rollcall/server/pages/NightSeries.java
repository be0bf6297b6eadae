package org.rollcall.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rollcall.model.Rate;
import org.rollcall.review.JournaledRun;
import org.rollcall.run.Totals;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The figures of earlier runs, as the charts take them: a list of numbers for each line.
///
/// @param until the end of what they show, which begins [#SPAN] before
/// @param rate how many calls to Intercom there is room for
record NightSeries(Instant until, Rate rate) {
  /// How far back they go.
  static final Duration SPAN = Duration.ofDays(90);

  /// @param runs in any order; those that have not ended are left out
  String of(List<JournaledRun> runs) {
    var ended =
        runs.stream()
            .filter(run -> run.finished().isPresent() && run.totals().isPresent())
            .sorted(Comparator.comparing(JournaledRun::started))
            .toList();
    var all =
        JsonNodeFactory.instance
            .objectNode()
            .put("from", until.minus(SPAN).getEpochSecond())
            .put("to", until.getEpochSecond());
    put(all, "time", ended, run -> run.started().getEpochSecond());
    put(all, "created", ended, run -> totals(run).created());
    put(all, "updated", ended, run -> totals(run).updated());
    put(all, "archived", ended, run -> totals(run).duplicatesResolved());
    put(all, "failed", ended, run -> totals(run).failed());
    put(all, "minutes", ended, run -> rounded(seconds(run) / 60));
    put(all, "share", ended, this::share);
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static void put(
      ObjectNode all, String name, List<JournaledRun> runs, ToDoubleFunction<JournaledRun> figure) {
    var numbers = all.putArray(name);
    runs.forEach(run -> {
      double number = figure.applyAsDouble(run);
      if (number == Math.rint(number)) {
        numbers.add((long) number);
      } else {
        numbers.add(number);
      }
    });
  }

  private double share(JournaledRun run) {
    double room = Math.max(1, seconds(run)) / rate.window().toSeconds() * rate.calls();
    return rounded(Math.min(100, 100 * run.calls() / room));
  }

  private static double rounded(double number) {
    return Math.round(number * 100) / 100.0;
  }

  private static double seconds(JournaledRun run) {
    Instant end = run.finished().orElseThrow();
    return Duration.between(run.started(), end).toMillis() / 1000.0;
  }

  private static Totals totals(JournaledRun run) {
    return run.totals().orElseThrow();
  }
}
