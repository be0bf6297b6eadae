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
import org.rollcall.run.RefusedFields.Kind;
import org.rollcall.run.RefusedFields.Refusal;

/// What Intercom refused or did not keep in one run.
final class Refusals {
  private Refusals() {}

  /// Those of `outcomes`, with the digests of what `changes` wanted; both in any order.
  static List<Refusal> among(List<Change> changes, List<Outcome> outcomes) {
    var refusals = refused(changes, outcomes);
    for (var outcome : outcomes) {
      var member = outcome.member();
      for (var each : outcome.notKept()) {
        var digest = FieldDigest.of(member, each);
        refusals.add(new Refusal(member, each.field(), digest, Kind.NOT_KEPT));
      }
    }
    return refusals;
  }

  private static List<Refusal> refused(List<Change> changes, List<Outcome> outcomes) {
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
    if (wanted.wish(field) instanceof Wish.Put(var value)) {
      var digest = FieldDigest.of(wanted.member(), field, value);
      return Optional.of(new Refusal(wanted.member(), field, digest, Kind.REFUSED));
    }
    return Optional.empty();
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
