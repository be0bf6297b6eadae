package org.rollcall.server.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.run.Totals;

/// What became of members, by the words that the figures use.
final class Outcomes {
  private Outcomes() {}

  static Map<String, Integer> of(Totals totals) {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("created", totals.created());
    counts.put("updated", totals.updated());
    counts.put("unchanged", totals.unchanged());
    counts.put("skipped", totals.skipped());
    counts.put("failed", totals.failed());
    return counts;
  }
}
