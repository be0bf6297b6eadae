package org.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Thresholds;

/// Refuses a plan that changes more than a night should: most likely its roster or settings are
/// broken.
///
/// Pure: it judges the plan and what is known of the workspace, and asks nobody.
public final class Safeguard {
  private final Thresholds thresholds;

  public Safeguard(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// Why `plan` is refused, a sentence a reason; nothing where it may be applied.
  ///
  /// @param users how many users the workspace holds
  /// @param membersBefore how many eligible members the last good run read; empty where it is not
  ///   known
  public List<String> objections(Plan plan, int users, OptionalInt membersBefore) {
    var counts = plan.counts();
    int members = measure(plan, counts, users);
    var objections = new ArrayList<String>();
    if (counts.total() == 0) {
      objections.add(
          "The roster is empty. Check that the key may read the members' table and that the settings'"
              + " conditions are right.");
    }
    shrunk(counts.total(), membersBefore, objections);
    if (!isFirstLoad(counts, users)) {
      tooMany("create", counts.create(), thresholds.creates(), members, objections);
    }
    tooMany("update", counts.update(), thresholds.updates(), members, objections);
    tooMany("archive", counts.archive(), thresholds.archives(), members, objections);
    tooMany(
        "mark or archive, as those of leavers,",
        counts.depart(),
        thresholds.archives(),
        members,
        objections);
    clears(plan)
        .forEach((field, count) ->
            tooMany("empty " + field + " of", count, thresholds.clears(), members, objections));
    return List.copyOf(objections);
  }

  /// What the shares are of: the members in the plan, or the whole workspace for a plan that takes
  /// an earlier run back, which speaks only of those whom that run changed.
  private static int measure(Plan plan, Counts counts, int users) {
    return plan.changes().stream().anyMatch(Change.Restore.class::isInstance)
        ? Math.max(users, counts.total())
        : counts.total();
  }

  /// A first load, or the rest of one that was cut short: nearly everybody in the workspace is
  /// accounted for, so the creates cannot be doubles of people who are there under another number.
  private static boolean isFirstLoad(Counts counts, int users) {
    int strangers = users - counts.update() - counts.unchanged() - counts.archive();
    return strangers * 2L <= counts.create();
  }

  private void shrunk(int members, OptionalInt before, List<String> objections) {
    before.ifPresent(then -> {
      int gone = then - members;
      if (gone > Math.max(thresholds.floor(), thresholds.shrink() * then)) {
        objections.add(
            "The roster has shrunk from %d to %d members since the last good run."
                    .formatted(then, members)
                + " Check that the members' table is whole.");
      }
    });
  }

  private void tooMany(String what, int count, double share, int total, List<String> objections) {
    if (count > Math.max(thresholds.floor(), share * total)) {
      objections.add(
          String.format(
              Locale.ROOT,
              "The plan would %s %d of %d contacts, more than the %.0f %% that the settings allow.",
              what,
              count,
              total,
              share * 100));
    }
  }

  private static Map<FieldName, Integer> clears(Plan plan) {
    var clears = new TreeMap<FieldName, Integer>();
    for (var change : plan.notable()) {
      if (change instanceof Change.Update update) {
        update.differences().stream()
            .filter(difference -> difference.after().isEmpty())
            .forEach(difference -> clears.merge(difference.field(), 1, Integer::sum));
      }
    }
    return clears;
  }
}
