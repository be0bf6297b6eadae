package org.rollcall.review;

import java.time.Instant;
import java.util.List;
import org.rollcall.model.ComputedList;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Counts;
import org.rollcall.plan.Plan;
import org.rollcall.run.PlanReview;

/// A plan as it is reviewed, made just now or read from a file. It is shown, and never applied.
///
/// @param made when it was made
/// @param counts of the whole plan, whatever part of it is shown
/// @param entries all members who need a change or a remark; each may be made again on each access
/// @param cost what carrying it out would take
/// @param orphans how many contacts are of people who were deleted from the members' table,
///   whatever is done with them; 0 also where only some members were read
public record PlanSheet(
    SyncName sync,
    Target target,
    Instant made,
    Counts counts,
    List<PlanEntry> entries,
    List<PlanNotice> notices,
    PlanReview review,
    PlanCost cost,
    int orphans) {
  public PlanSheet {
    entries = ComputedList.keep(entries);
    notices = List.copyOf(notices);
  }

  /// What a reviewer has to know of `plan`.
  public static PlanSheet of(
      SyncName sync, Target target, Instant made, Plan plan, PlanReview review, PlanCost cost) {
    return new PlanSheet(
        sync,
        target,
        made,
        plan.counts(),
        entries(plan),
        plan.notices().stream().map(PlanNotice::of).toList(),
        review,
        cost,
        plan.orphans().size());
  }

  /// The entries of `plan`, in its order.
  public static List<PlanEntry> entries(Plan plan) {
    var changes = plan.notable();
    return new ComputedList<>(changes.size(), at -> PlanEntry.of(changes.get(at)));
  }

  /// Whether carrying it out would change nothing in Intercom.
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /// The same with only those entries that `filter` lets through. Notices are left out where it
  /// lets only some through, since they are about the whole roster.
  public PlanSheet only(PlanFilter filter) {
    if (filter.isOpen()) {
      return this;
    }
    var some = ComputedList.where(entries, filter::includes);
    return new PlanSheet(sync, target, made, counts, some, List.of(), review, cost, orphans);
  }

  /// The entries that were left are summed up by field and by reason.
  public PlanSummary summary() {
    return PlanSummary.of(entries);
  }
}
