package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import org.rollcall.plan.Leeway;
import org.rollcall.plan.Past;
import org.rollcall.plan.Safeguard;

/// Whether a plan may be carried out.
///
/// @param safeguard what judges it; empty where the operator overrides it
/// @param wholeRoster whether the plan is about everybody; one that is not may be empty
/// @param past what the earlier runs add up to
record PlanCheck(Optional<Safeguard> safeguard, boolean wholeRoster, Past past) {
  /// @throws RunStopped when the safeguard refuses the plan
  void check(Planned planned) {
    if (!wholeRoster && planned.plan().changes().isEmpty()) {
      return;
    }
    safeguard
        .map(guard -> guard.objections(planned.plan(), planned.users(), past))
        .filter(objections -> !objections.isEmpty())
        .ifPresent(objections -> {
          throw new RunStopped(RunStopped.Kind.REFUSED, refusal(objections));
        });
  }

  /// How many contacts may be put away beside those in the plan.
  Leeway leeway(Planned planned) {
    return safeguard
        .map(guard -> guard.leeway(planned.plan(), planned.users(), past))
        .orElse(Leeway.UNLIMITED);
  }

  private String refusal(List<String> objections) {
    return String.join(" ", objections)
        + (wholeRoster
            ? " Look at `rollcall plan`; if it is right, run `rollcall sync --force` or raise"
            : " If that is what you want, run the same command with `--force` or raise")
        + " the limits under `safeguard:` in the settings.";
  }
}
