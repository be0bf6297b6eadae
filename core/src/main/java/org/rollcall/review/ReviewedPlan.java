package org.rollcall.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.run.RunStopped;

/// A plan that a person has seen and that shall now be carried out, as far as it still holds.
///
/// @param settings the digest of the settings it was made with
/// @param sheet what its reviewer saw
public record ReviewedPlan(String settings, PlanSheet sheet) {
  private static final String MOVED =
      "The roster or Intercom moved for this member since the plan was made; make a new plan.";

  /// Which of the program's syncs it was made for.
  public SyncName sync() {
    return sheet.sync();
  }

  /// Returns if it was made with settings of this digest.
  ///
  /// @throws RunStopped when it was made with others
  public void check(String digest) {
    if (!settings.equals(digest)) {
      throw refused(
          "The plan was made with other settings, which say otherwise how contacts are made. Make a new plan, or use those settings.");
    }
  }

  /// The part of it that still holds. A change that is planned now as it was then is carried out.
  /// Any other reviewed change is skipped. A change that was not reviewed is left out.
  ///
  /// @param target which roster into which workspace
  /// @param now the plan for everybody
  /// @throws RunStopped when it was made for another target
  public List<Change> among(Target target, Plan now) {
    if (!sheet.target().isSameAs(target)) {
      throw refused("The plan was made for %s, and this is %s.".formatted(sheet.target(), target));
    }
    Map<String, Change> byMember = new HashMap<>();
    now.notable().forEach(change -> byMember.put(change.member().value(), change));
    var still = new ArrayList<Change>();
    for (var reviewed : sheet.entries()) {
      var change = byMember.get(reviewed.member().value());
      still.add(
          change != null && PlanEntry.of(change).looksLike(reviewed)
              ? change
              : new Change.Skip(reviewed.member(), reviewed.email(), MOVED));
    }
    return still;
  }

  private static RunStopped refused(String sentence) {
    return new RunStopped(RunStopped.Kind.REFUSED, sentence + " Nothing was written.");
  }
}
