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
import org.rollcall.plan.Difference;
import org.rollcall.plan.Fight;
import org.rollcall.run.RefusedFields.Kind;
import org.rollcall.run.RefusedFields.Refusal;
import org.rollcall.run.RefusedFields.RefusedMerge;

/// What Intercom refused or did not keep in one run.
final class Refusals {
  private Refusals() {}

  /// Those of `outcomes`, with the digests of what `changes` wanted; both in any order. What was
  /// not kept is doubted first; only what an earlier run doubted, too, is known not to be kept.
  static List<Refusal> among(
      List<Change> changes, List<Outcome> outcomes, RefusedFields known, AttributeShapes shapes) {
    var refusals = refused(changes, outcomes, shapes);
    for (var outcome : outcomes) {
      for (var each : outcome.notKept()) {
        if (mayBeHeldBack(each.field())) {
          refusals.add(unkept(outcome.member(), each, known, shapes));
        }
      }
    }
    return refusals;
  }

  /// The fights that are left from now on.
  static List<Refusal> fought(List<Fight> fights, AttributeShapes shapes) {
    return fights.stream()
        .map(fight ->
            new Refusal(
                fight.member(),
                fight.difference().field(),
                FieldDigest.of(fight.member(), fight.difference(), shapes),
                Kind.FOUGHT))
        .toList();
  }

  /// The merges that were refused.
  static List<RefusedMerge> merges(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome ->
            outcome.unmerged().stream()
                .flatMap(lead ->
                    outcome.contact().stream()
                        .map(into -> new RefusedMerge(outcome.member(), lead, into))))
        .toList();
  }

  /// Intercom knows a person by the others: without them a contact is not right, so they are sent
  /// every night.
  static boolean mayBeHeldBack(FieldName field) {
    return field.isAttribute() || field.equals(FieldName.PHONE);
  }

  private static Refusal unkept(
      MemberId member, Difference difference, RefusedFields known, AttributeShapes shapes) {
    var field = difference.field();
    var digest = FieldDigest.of(member, difference, shapes);
    var before = known.of(member).get(field);
    boolean again =
        before != null && before.kind() != Kind.REFUSED && before.digest().equals(digest);
    return new Refusal(member, field, digest, again ? Kind.NOT_KEPT : Kind.DOUBTED);
  }

  private static List<Refusal> refused(
      List<Change> changes, List<Outcome> outcomes, AttributeShapes shapes) {
    var leftOut = new HashMap<MemberId, List<FieldName>>();
    outcomes.stream()
        .filter(outcome -> !outcome.leftOut().isEmpty())
        .forEach(outcome -> leftOut.put(outcome.member(), outcome.leftOut()));
    var refusals = new ArrayList<Refusal>();
    if (!leftOut.isEmpty()) {
      for (var change : changes) {
        for (var field : leftOut.getOrDefault(change.member(), List.of())) {
          wanted(change).flatMap(wanted -> refusal(wanted, field, shapes)).ifPresent(refusals::add);
        }
      }
    }
    return refusals;
  }

  private static Optional<Refusal> refusal(Wanted wanted, FieldName field, AttributeShapes shapes) {
    if (wanted.wish(field) instanceof Wish.Put(var value)) {
      var digest = FieldDigest.of(wanted.member(), field, value, shapes);
      return Optional.of(new Refusal(wanted.member(), field, digest, Kind.REFUSED));
    }
    return Optional.empty();
  }

  /// What the member's contact should be, where something is written to get there.
  static Optional<Wanted> wanted(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Update update -> Optional.of(update.wanted());
      case Change.Unchanged same -> Optional.of(same.wanted());
      case Change.Revive revive -> Optional.of(revive.wanted());
      case Change.Skip _, Change.Clash _, Change.Depart _, Change.Restore _ -> Optional.empty();
    };
  }
}
