package org.rollcall.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.rollcall.model.MemberId;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.SettledAs;

/// Somebody who failed in each of the latest runs.
///
/// @param nights how many runs in a row, up to the latest; at least 2
/// @param reason why, in the latest of them
record Failing(MemberId member, int nights, String reason) {
  /// Who failed in the latest run and in the ones before it, the longest first.
  ///
  /// @param runs the latest first
  static List<Failing> among(
      List<JournaledRun> runs, Function<String, List<JournaledChange>> changes) {
    var failing = new ArrayList<Failing>();
    Map<MemberId, Failing> still = new TreeMap<>();
    for (var run : runs) {
      if (run.status().filter(EndedAs.PAUSED::equals).isPresent()) {
        continue;
      }
      var failed = failed(changes.apply(run.run()));
      if (still.isEmpty() && failing.isEmpty()) {
        failed.forEach((member, reason) -> still.put(member, new Failing(member, 1, reason)));
      } else {
        still.values().stream()
            .filter(each -> !failed.containsKey(each.member()))
            .forEach(failing::add);
        still.keySet().retainAll(failed.keySet());
        still.replaceAll((_, each) -> each.longer());
      }
      if (still.isEmpty()) {
        break;
      }
    }
    failing.addAll(still.values());
    failing.removeIf(each -> each.nights() < 2);
    failing.sort(
        Comparator.comparingInt(Failing::nights).reversed().thenComparing(Failing::member));
    return failing;
  }

  private Failing longer() {
    return new Failing(member, nights + 1, reason);
  }

  private static Map<MemberId, String> failed(List<JournaledChange> changes) {
    Map<MemberId, String> failed = new TreeMap<>();
    for (var change : changes) {
      if (change.endedAs(SettledAs.FAILED)) {
        failed.put(change.member(), change.reason().orElse(""));
      }
    }
    return failed;
  }
}
