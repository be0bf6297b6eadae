package org.rollcall.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Outcome;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.run.RefusedFields.Refusal;

/// What Intercom refused in one run.
final class Refusals {
  private Refusals() {}

  /// Those of `outcomes`, with the digests of what `changes` wanted; both in any order.
  static List<Refusal> among(List<Change> changes, List<Outcome> outcomes) {
    var leftOut = new HashMap<MemberId, FieldName>();
    outcomes.forEach(
        outcome -> outcome.leftOut().ifPresent(field -> leftOut.put(outcome.member(), field)));
    var refusals = new ArrayList<Refusal>();
    if (!leftOut.isEmpty()) {
      for (var change : changes) {
        var field = leftOut.get(change.member());
        if (field != null) {
          wanted(change).flatMap(wanted -> refusal(wanted, field)).ifPresent(refusals::add);
        }
      }
    }
    return refusals;
  }

  private static Optional<Refusal> refusal(Wanted wanted, FieldName field) {
    return wanted.wish(field) instanceof Wish.Put(var value)
        ? Optional.of(
            new Refusal(wanted.member(), field, FieldDigest.of(wanted.member(), field, value)))
        : Optional.empty();
  }

  private static Optional<Wanted> wanted(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Update update -> Optional.of(update.wanted());
      case Change.Unchanged same -> Optional.of(same.wanted());
      case Change.Skip _, Change.Depart _, Change.Restore _ -> Optional.empty();
    };
  }
}
