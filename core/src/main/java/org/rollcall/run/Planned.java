package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Target;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Fight;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Roll;

/// A plan and what has to be known to carry it out.
///
/// @param target which roster into which workspace; the plan holds nowhere else
/// @param roll who is on the roster
/// @param users how many users the workspace holds
/// @param sourceRequests calls or queries to the roster
/// @param fights what the plan leaves out from now on, since it comes back every time
/// @param sides both sides, as the plan was made of them; empty where it was made of an earlier run
/// @param held members who are not tried
public record Planned(
    Target target,
    Plan plan,
    Roll roll,
    int users,
    int sourceRequests,
    List<Fight> fights,
    Optional<Sides> sides,
    HeldEndings held) {
  public Planned {
    fights = List.copyOf(fights);
  }

  /// A plan that leaves nothing out.
  public Planned(Target target, Plan plan, Roll roll, int users, int sourceRequests) {
    this(target, plan, roll, users, sourceRequests, List.of(), Optional.empty(), HeldEndings.NONE);
  }

  /// The same, counting the requests of an earlier reading too.
  public Planned after(int earlierRequests) {
    int requests = earlierRequests + sourceRequests;
    return new Planned(target, plan, roll, users, requests, fights, sides, held);
  }

  /// The same with another plan.
  Planned with(Plan other) {
    return new Planned(target, other, roll, users, sourceRequests, fights, sides, held);
  }

  /// The digest of both sides of a member.
  Optional<FieldDigest> sidesOf(Wanted wanted) {
    return sides.map(each -> each.of(wanted));
  }
}
