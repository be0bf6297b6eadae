package org.rollcall.app;

import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Plan;
import org.rollcall.run.PlanReview;

/// A plan and its target. The plan is valid for no other target.
///
/// @param settings a digest of the settings that it was made with
/// @param review whether a run would carry it out
public record SyncPlan(
    SyncName sync, Target target, String settings, Plan plan, PlanReview review) {}
