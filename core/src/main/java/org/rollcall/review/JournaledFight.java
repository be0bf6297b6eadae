package org.rollcall.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.plan.Fight;
import org.rollcall.plan.FightSearch;

/// What the runs of one target wrote in the same way again and again.
///
/// @param sync which of the program's syncs it was
public record JournaledFight(SyncName sync, Target target, Fight fight) {
  /// The fights in `runs`, those that were written most often first.
  ///
  /// @param runs the latest first
  /// @param changes what a run did, by its id
  public static List<JournaledFight> among(
      List<JournaledRun> runs, Function<String, List<JournaledChange>> changes) {
    Map<Place, FightSearch> searches = new LinkedHashMap<>();
    for (var run : runs) {
      run.target()
          .ifPresent(target -> {
            var search =
                searches.computeIfAbsent(
                    new Place(run.sync(), target), _ -> FightSearch.ofAnything());
            changes.apply(run.run()).stream()
                .filter(change -> change.endedAs(SettledAs.UPDATED))
                .forEach(change -> search.wrote(change.member(), change.fields(), run.started()));
          });
    }
    var fights = new ArrayList<JournaledFight>();
    searches.forEach((place, search) -> search.found().forEach(each -> fights.add(place.of(each))));
    fights.sort((one, other) -> Integer.compare(other.fight().times(), one.fight().times()));
    return fights;
  }

  private record Place(SyncName sync, Target target) {
    JournaledFight of(Fight fight) {
      return new JournaledFight(sync, target, fight);
    }
  }
}
