package org.rollcall.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rollcall.app.EndedRun;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.DeedRecord.Landing;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Match;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.Plan;
import org.rollcall.plan.PlannedDeeds;
import org.rollcall.run.Failure;
import org.rollcall.run.FailureNews;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// What one run did: members made, changed and failed. All others were right.
final class InventedNight {
  private record Step(Change change, List<DeedRecord> deeds, Outcome outcome) {}

  private final Membership union;
  private final int total;
  private final List<Step> steps = new ArrayList<>();
  private final List<Failure> anew = new ArrayList<>();
  private final List<Failure> before = new ArrayList<>();
  private final List<MemberId> recovered = new ArrayList<>();
  private int created;
  private int updated;

  /// @param total how many members there were
  InventedNight(Membership union, int total) {
    this.union = union;
    this.total = total;
  }

  void create(Wanted member, List<Difference> fields) {
    var contact = union.contact(member);
    var deed = new PastDeed.Create(Optional.of(contact), fields);
    add(
        new Change.Create(member, fields),
        List.of(new DeedRecord(deed, Landing.LANDED)),
        Outcome.of(member, new Result.Created()).on(contact).writing(fields));
    created++;
  }

  void update(Wanted member, List<Difference> fields) {
    var change = update(member, union, fields);
    add(
        change,
        deeds(change, Landing.LANDED),
        Outcome.of(member, new Result.Updated()).on(union.contact(member)).writing(fields));
    updated++;
  }

  /// What was there before is there again.
  void restore(Wanted member, List<Difference> fields) {
    var contact = union.contact(member);
    var email = member.shown(FieldName.EMAIL);
    add(
        new Change.Restore(member.member(), email, contact, List.of(), List.of(), List.of()),
        List.of(new DeedRecord(new PastDeed.Write(contact, fields), Landing.LANDED)),
        Outcome.of(member, new Result.Updated()).on(contact).writing(fields));
    updated++;
  }

  /// @param first whether it is the first night of it
  void fail(Wanted member, List<Difference> fields, Result.NotDone result, boolean first) {
    var change = update(member, union, fields);
    var outcome = Outcome.of(member, result).on(union.contact(member)).writing(fields);
    add(change, deeds(change, Landing.REFUSED), outcome);
    Failure.of(outcome).ifPresent(first ? anew::add : before::add);
  }

  void recover(Wanted member) {
    recovered.add(member.member());
  }

  private void add(Change change, List<DeedRecord> deeds, Outcome outcome) {
    steps.add(new Step(change, deeds, outcome));
  }

  private static Change.Update update(Wanted member, Membership union, List<Difference> fields) {
    return new Change.Update(member, union.listed(member), Match.EXTERNAL_ID, fields, List.of());
  }

  private static List<DeedRecord> deeds(Change change, Landing landing) {
    return PlannedDeeds.of(change).stream().map(deed -> new DeedRecord(deed, landing)).toList();
  }

  /// What was planned.
  Plan plan() {
    var member = union.member(0);
    var right = new Change.Unchanged(member, union.listed(member), List.of());
    var changes = new ArrayList<>(steps.stream().map(Step::change).toList());
    changes.addAll(Collections.nCopies(Math.max(0, total - steps.size()), right));
    return new Plan(changes, List.of());
  }

  /// All of it was carried out.
  EndedRun carriedOut(InventedRun run) {
    run.admitted().planned(plan());
    steps.forEach(step -> run.settled(step.change(), step.deeds(), step.outcome()));
    int failed = anew.size() + before.size();
    int unchanged = Math.max(0, total - created - updated - failed);
    var totals =
        new Totals(
            unchanged + created + updated + failed, created, updated, unchanged, 0, failed, 0, 0);
    return run.ended(
        failed == 0 ? Report.Status.SUCCEEDED : Report.Status.PARTIAL,
        totals,
        new FailureNews(anew, before, List.of(), recovered));
  }
}
