package org.rollcall.run;

import org.rollcall.plan.Plan;
import org.rollcall.plan.Roll;

/// A plan and what has to be known to carry it out.
///
/// @param roll who is on the roster
/// @param users how many users the workspace holds
/// @param sourceRequests calls or queries to the roster
public record Planned(Plan plan, Roll roll, int users, int sourceRequests) {
  /// The same, counting the requests of an earlier reading too.
  public Planned after(int earlierRequests) {
    return new Planned(plan, roll, users, earlierRequests + sourceRequests);
  }
}
