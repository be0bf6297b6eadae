package org.rollcall.run;

import org.rollcall.model.Target;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Roll;

/// A plan and what has to be known to carry it out.
///
/// @param target which roster into which workspace; the plan holds nowhere else
/// @param roll who is on the roster
/// @param users how many users the workspace holds
/// @param sourceRequests calls or queries to the roster
public record Planned(Target target, Plan plan, Roll roll, int users, int sourceRequests) {
  /// The same, counting the requests of an earlier reading too.
  public Planned after(int earlierRequests) {
    return new Planned(target, plan, roll, users, earlierRequests + sourceRequests);
  }

  /// The same with another plan.
  Planned with(Plan other) {
    return new Planned(target, other, roll, users, sourceRequests);
  }
}
