package org.rollcall.app;

import java.time.Instant;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Plan;
import org.rollcall.review.PlanCost;
import org.rollcall.review.PlanSheet;
import org.rollcall.run.PlanReview;

/// A plan and its target. The plan is valid for no other target.
///
/// @param made when it was made
/// @param settings a digest of the settings that it was made with
/// @param review whether a run would carry it out
/// @param cost what carrying it out would take
public record SyncPlan(
    SyncName sync,
    Target target,
    Instant made,
    String settings,
    Plan plan,
    PlanReview review,
    PlanCost cost) {
  /// What a reviewer has to know of it.
  public PlanSheet sheet() {
    return PlanSheet.of(sync, target, made, plan, review, cost);
  }
}
