package org.rollcall.apply;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.ComputedList;

/// What became of a plan.
///
/// @param outcomes one for each change, in the plan's order; members not reached are skipped. They
///   may be made anew whenever they are asked for
/// @param whole whether every member was reached
/// @param denial why Intercom refused the token, where it did
public record Applied(List<Outcome> outcomes, boolean whole, Optional<String> denial) {
  public Applied {
    outcomes = ComputedList.keep(outcomes);
  }
}
