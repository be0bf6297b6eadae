package org.rollcall.run;

import java.util.List;
import java.util.Optional;
import org.rollcall.plan.Past;
import org.rollcall.plan.Safeguard;

/// Whether a plan may be carried out.
///
/// @param safeguard what judges it; empty where the operator overrides it
/// @param past what the earlier runs add up to
record PlanCheck(Optional<Safeguard> safeguard, Past past) {
  /// @throws RunStopped when the safeguard refuses the plan
  void check(Planned planned) {
    safeguard
        .map(guard -> guard.objections(planned.plan(), planned.users(), past))
        .filter(objections -> !objections.isEmpty())
        .ifPresent(objections -> {
          throw new RunStopped(RunStopped.Kind.REFUSED, refusal(objections));
        });
  }

  private static String refusal(List<String> objections) {
    return String.join("\n", objections)
        + "\nLook at `rollcall plan`; if it is right, run `rollcall sync --force` or raise"
        + " the limits under `safeguard:` in the settings.";
  }
}
