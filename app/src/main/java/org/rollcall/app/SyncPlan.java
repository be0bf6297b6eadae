package org.rollcall.app;

import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Plan;

/// A plan and its target. The plan is valid for no other target.
///
/// @param settings a digest of the settings that it was made with
public record SyncPlan(SyncName sync, Target target, String settings, Plan plan) {}
