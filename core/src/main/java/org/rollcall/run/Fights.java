package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Fight;
import org.rollcall.plan.FightSearch;
import org.rollcall.plan.Plan;
import org.rollcall.run.RefusedFields.Kind;
import org.rollcall.run.RefusedFields.Refusal;

/// Decides what is no longer written since it comes back every time. It is left for a week, and let
/// go before when either side or the attribute changes.
///
/// @param written what earlier runs wrote
/// @param known what is left already
/// @param shapes how the workspace defines its attributes now
/// @param now the beginning of the run
record Fights(WrittenBefore written, RefusedFields known, AttributeShapes shapes, Instant now) {
  /// The length of a rest. A fight that was last fought before that is over, or gets one more try.
  private static final Duration WEEK = Duration.ofDays(7);

  /// How far back the beginning of a fight is looked for.
  private static final Duration MONTH = Duration.ofDays(30);

  /// A plan with more updates is a change of everybody. Its run takes long anyway, and the next one
  /// looks again.
  private static final int MOST = 25_000;

  static Fights none() {
    return new Fights(
        WrittenBefore.nothing(), RefusedFields.none(), AttributeShapes.UNKNOWN, Instant.EPOCH);
  }

  /// The fights that `plan` would go on with.
  Fought among(Plan plan) {
    var planned = planned(plan);
    if (planned.isEmpty() || planned.size() > MOST) {
      return Fought.NOTHING;
    }
    var search = FightSearch.of(planned);
    written.tell(Set.copyOf(planned.keySet()), now.minus(MONTH), search::wrote);
    var begun = new ArrayList<Fight>();
    var resting = new ArrayList<Fight>();
    var goingOn = new ArrayList<Fight>();
    for (var fight : search.found()) {
      if (isResting(fight)) {
        resting.add(fight);
      } else if (isFresh(fight)) {
        (Refusals.mayBeHeldBack(fight.difference().field()) ? begun : goingOn).add(fight);
      }
    }
    return new Fought(begun, resting, goingOn);
  }

  private static Map<MemberId, List<Difference>> planned(Plan plan) {
    var planned = new HashMap<MemberId, List<Difference>>();
    for (var change : plan.notable()) {
      if (change instanceof Change.Update update) {
        planned.put(update.member(), update.differences());
      }
    }
    return planned;
  }

  private boolean isResting(Fight fight) {
    return rest(fight)
        .filter(rest ->
            rest.digest().equals(FieldDigest.of(fight.member(), fight.difference(), shapes)))
        .isPresent();
  }

  /// What was not written since a rest began has been let go, so it is written once more.
  private boolean isFresh(Fight fight) {
    var since =
        rest(fight)
            .flatMap(rest -> known.remembered(rest.member(), rest.field()))
            .orElse(Instant.MIN);
    return fight.last().isAfter(now.minus(WEEK)) && fight.last().isAfter(since);
  }

  private Optional<Refusal> rest(Fight fight) {
    return Optional.ofNullable(known.of(fight.member()).get(fight.difference().field()))
        .filter(rest -> rest.kind() == Kind.FOUGHT);
  }
}
