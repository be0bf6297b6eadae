package org.rollcall.run;

import java.util.List;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;

/// Counts outcomes.
final class Tally {
  private int created;
  private int updated;
  private int unchanged;
  private int skipped;
  private int failed;
  private int duplicates;
  private int departed;
  private int notKept;

  private Tally() {}

  static Totals of(List<Outcome> outcomes) {
    var tally = new Tally();
    outcomes.forEach(tally::count);
    return tally.totals();
  }

  private void count(Outcome outcome) {
    duplicates += outcome.duplicatesArchived();
    notKept += outcome.notKept().size();
    switch (outcome.result()) {
      case Result.Created() -> created++;
      case Result.Updated() -> updated++;
      case Result.Unchanged() -> unchanged++;
      case Result.Skipped _ -> skipped++;
      case Result.Departed() -> departed++;
      case Result.NotDone _ -> failed++;
    }
  }

  private Totals totals() {
    int total = created + updated + unchanged + skipped + failed;
    return new Totals(
        total, created, updated, unchanged, skipped, failed, duplicates, departed, notKept);
  }
}
