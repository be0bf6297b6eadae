package org.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Thresholds;

/// Refuses a plan that changes too much for one night, because then the roster or the settings are
/// probably wrong.
///
/// Pure: it uses only the plan and what is known about the workspace.
public final class Safeguard {
  private final Thresholds thresholds;

  public Safeguard(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// The reasons why `plan` is refused, one sentence each; empty if it may be applied.
  ///
  /// @param users the number of users in the workspace
  /// @param membersBefore the number of eligible members in the last good run; empty if unknown
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
    tooMany("update", counts.update() - sentAgain(plan), thresholds.updates(), members, objections);
    tooMany("archive", counts.archive(), thresholds.archives(), members, objections);
    tooMany(
        "mark or archive as leavers", counts.depart(), thresholds.archives(), members, objections);
    clears(plan)
        .forEach((field, count) ->
            tooMany("empty " + field + " of", count, thresholds.clears(), members, objections));
    return List.copyOf(objections);
  }

  /// The number that the shares refer to: the members in the plan. A plan that takes back an
  /// earlier run contains only the members that the run changed, so its shares refer to the whole
  /// workspace.
  private static int measure(Plan plan, Counts counts, int users) {
    return plan.changes().stream().anyMatch(Change.Restore.class::isInstance)
        ? Math.max(users, counts.total())
        : counts.total();
  }

  /// Whether this is a first load, or the rest of an interrupted one. Then nearly all contacts in
  /// the workspace belong to members, so the creates cannot duplicate people who have another
  /// number there.
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

  /// An earlier run was allowed to write these values, and Intercom did not keep them.
  private static int sentAgain(Plan plan) {
    return plan.notices().stream()
        .mapToInt(notice -> notice instanceof Notice.SentAgain(var members) ? members : 0)
        .sum();
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
