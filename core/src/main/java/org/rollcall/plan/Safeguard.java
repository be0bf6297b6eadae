package org.rollcall.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.Thresholds;

/// Refuses a plan that changes too much for one night or, with the nights before it, for one week,
/// because then the roster or the settings are probably wrong.
///
/// Pure: it uses only the plan and what is known about the workspace and the earlier runs.
public final class Safeguard {
  /// The most that `safeguard.floor` counts for changes that are hard to take back.
  private static final int SEVERE = 5;

  /// The same for a field that is emptied.
  private static final int FIELD = 10;

  /// A field of so many people may be emptied whoever else holds it, where four times as many
  /// members are: otherwise three officers who step down would keep everybody from being written.
  private static final int FEW = 3;

  private final Thresholds thresholds;

  public Safeguard(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// The reasons why `plan` is refused, one sentence each; empty if it may be applied.
  ///
  /// @param users the number of users in the workspace
  public List<String> objections(Plan plan, int users, Past past) {
    return objections(plan, users, past, Set.of());
  }

  /// The same where somebody means these fields to be made in another way. What changes nothing
  /// else is no accident.
  public List<String> objections(Plan plan, int users, Past past, Set<FieldName> meant) {
    var counts = plan.counts();
    int members = measure(plan, counts, users);
    var objections = new ArrayList<String>();
    int roster = plan.whole().members();
    if (roster == 0) {
      objections.add(
          "The roster is empty. Check that the key may read the members' table and that the settings'"
              + " conditions are right.");
    }
    shrunk(roster, past, objections);
    var lost = new LostRows(thresholds);
    if (objections.isEmpty()) {
      lost.everybody(plan, past).ifPresent(objections::add);
    }
    objections.addAll(lost.objections(plan, past));
    if (isOfEverybody(plan)) {
      new LostContacts(thresholds).objection(counts, users, past).ifPresent(objections::add);
    }
    if (!isFirstLoad(plan, counts, users)) {
      tooMany(
          counts.missing() == counts.create() ? "create" : "create or bring back",
          counts.missing(),
          members,
          limit("creates", thresholds.creates(), members),
          objections);
    }
    tooMany(
        "update",
        Math.max(counts.update() - sentAgain(plan) - ofNothingElse(plan, meant), 0),
        members,
        limit("updates", thresholds.updates(), members),
        objections);
    putAway(plan, counts, members, past, objections);
    var tally = FieldTally.of(plan, meant);
    tally
        .identity()
        .forEach((field, count) ->
            tooMany(
                "change %s of".formatted(field), count, members, identity(members), objections));
    moved(plan, members, objections);
    tally
        .cleared()
        .forEach((field, count) -> cleared(field, count, tally, plan.whole(), past, objections));
    return List.copyOf(objections);
  }

  /// The number that the shares refer to: all members. A plan that takes back an earlier run
  /// contains only the members that the run changed, so its shares refer to the whole workspace.
  private static int measure(Plan plan, Counts counts, int users) {
    return plan.notable().stream().anyMatch(Change.Restore.class::isInstance)
        ? Math.max(users, counts.total())
        : plan.whole().members();
  }

  /// A plan of some members, or one that takes a run back, tells nothing of the others.
  private static boolean isOfEverybody(Plan plan) {
    return plan.whole().everybody() > 0 && plan.whole().members() == plan.counts().total();
  }

  /// Whether this is a first load, or the rest of an interrupted one. Then nearly all contacts in
  /// the workspace belong to members, so the creates cannot duplicate people who have another
  /// number there.
  ///
  /// A plan of which only a part is carried out lacks the contacts that are right. They are counted
  /// by their role, which each contact has.
  private static boolean isFirstLoad(Plan plan, Counts counts, int users) {
    int held = plan.whole().holders().getOrDefault(FieldName.ROLE, 0);
    int known = Math.max(counts.update() + counts.unchanged(), held);
    int strangers = users - known - counts.archive();
    return strangers * 2L <= counts.missing();
  }

  private Limit limit(String setting, double share, int whole) {
    return Limit.of(setting, share, whole, thresholds.floor());
  }

  private Limit identity(int members) {
    return Limit.of("identity", thresholds.identity(), members, severe());
  }

  private void moved(Plan plan, int members, List<String> objections) {
    int moved = (int) plan.notable().stream().filter(Safeguard::isOfMovedNumber).count();
    var limit = Limit.of("moves", thresholds.moves(), members, severe());
    if (moved > limit.most()) {
      objections.add(
          "The numbers of %d of %d contacts belong to other members now; %s. The members seem to have been renumbered. If they were, run once with --force: each contact stays with its person, known by e-mail and name, and gets the new number."
              .formatted(moved, members, limit));
    }
  }

  private static boolean isOfMovedNumber(Change change) {
    return change instanceof Change.Clash
        || (change instanceof Change.Update update && update.match() == Match.MOVED);
  }

  private int severe() {
    return Math.min(thresholds.floor(), SEVERE);
  }

  private void shrunk(int members, Past past, List<String> objections) {
    past.members()
        .ifPresent(best -> {
          var limit = limit("shrink", thresholds.shrink(), best);
          if (best - members > limit.most()) {
            objections.add(
                "The roster has shrunk from %d to %d members, compared with the best of the last good runs; %s to be missing. Check that the members' table is whole."
                    .formatted(best, members, limit));
          }
        });
  }

  private static void tooMany(
      String what, int count, int whole, Limit limit, List<String> objections) {
    if (count > limit.most()) {
      objections.add(
          "The plan would %s %d of %d contacts; %s.".formatted(what, count, whole, limit));
    }
  }

  /// An earlier run was allowed to write these values, and Intercom did not keep them.
  private static int sentAgain(Plan plan) {
    return plan.notices().stream()
        .mapToInt(notice -> notice instanceof Notice.SentAgain(var members) ? members : 0)
        .sum();
  }

  /// How many updates write these fields alone.
  private static int ofNothingElse(Plan plan, Set<FieldName> meant) {
    return meant.isEmpty()
        ? 0
        : (int)
            plan.notable().stream()
                .filter(change -> change instanceof Change.Update update && isOf(update, meant))
                .count();
  }

  private static boolean isOf(Change.Update update, Set<FieldName> meant) {
    return !update.differences().isEmpty()
        && update.differences().stream().map(Difference::field).allMatch(meant::contains);
  }

  /// Archives and leavers count together over the week: each takes a person out of sight.
  private void putAway(Plan plan, Counts counts, int members, Past past, List<String> objections) {
    var limit = archives(members);
    int before = objections.size();
    tooMany("archive", counts.archive(), members, limit, objections);
    var leavers = leavers(plan);
    tooMany("mark or archive as " + leavers, counts.depart(), members, limit, objections);
    int now = counts.archive() + counts.depart();
    int together = now + past.putAway();
    if (objections.size() == before && now > 0 && together > limit.most()) {
      objections.add(
          "The plan would archive or mark as %s %d of %d contacts, and %d were in the last seven days; %s of both in seven days."
              .formatted(leavers, now, members, past.putAway(), limit));
    }
  }

  private static String leavers(Plan plan) {
    return plan.notable().stream().anyMatch(Safeguard::isOfOrphan)
        ? "leavers or orphans"
        : "leavers";
  }

  private static boolean isOfOrphan(Change change) {
    return change instanceof Change.Depart(_, _, _, var leaver) && leaver == Leaver.ORPHAN;
  }

  /// What the plan and the week before it leave for contacts that are met only while the plan is
  /// carried out.
  ///
  /// @param users the number of users in the workspace
  public Leeway leeway(Plan plan, int users, Past past) {
    var counts = plan.counts();
    var limit = archives(measure(plan, counts, users));
    int used = counts.archive() + counts.depart() + past.putAway();
    return new Leeway(Math.max(limit.most() - used, 0), limit.toString());
  }

  private Limit archives(int members) {
    return Limit.of("archives", thresholds.archives(), members, severe());
  }

  private void cleared(
      FieldName field,
      int count,
      FieldTally tally,
      Whole whole,
      Past past,
      List<String> objections) {
    int holders = whole.holders().getOrDefault(field, 0);
    var limit = clears(holders, whole.members());
    int before = past.emptied().getOrDefault(field, 0);
    var weekly = clears(holders + before, whole.members());
    int lost = Math.max(count - tally.filled(field), 0);
    if (count > limit.most()) {
      objections.add(
          "The plan would empty %s of %d of the %d contacts that hold it; %s."
              .formatted(field, count, holders, limit));
    } else if (lost > 0 && lost + before > weekly.most()) {
      objections.add(
          "The plan would empty %s of %d of the %d contacts that hold it, and %d were emptied in the last seven days; %s of both in seven days."
              .formatted(field, count, holders, before, weekly));
    }
  }

  private Limit clears(int holders, int members) {
    return Limit.of("clears", thresholds.clears(), holders, Math.min(thresholds.floor(), FIELD))
        .orAtLeast(Math.min(FEW, members / 4));
  }
}
