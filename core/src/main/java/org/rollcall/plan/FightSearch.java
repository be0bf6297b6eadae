package org.rollcall.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;

/// Finds the fields that the latest runs wrote in the same way again and again. Two writes are
/// enough: an attentive person corrects a value once.
///
/// Pure. For one thread.
public final class FightSearch {
  private static final int OFTEN = 2;

  private final Map<MemberId, Map<FieldName, Streak>> streaks = new LinkedHashMap<>();
  private final boolean any;

  private FightSearch(boolean any) {
    this.any = any;
  }

  /// A search for whatever was written last.
  public static FightSearch ofAnything() {
    return new FightSearch(true);
  }

  /// A search for what is planned to be written once more.
  public static FightSearch of(Map<MemberId, List<Difference>> planned) {
    var search = new FightSearch(false);
    planned.forEach(
        (member, differences) -> differences.forEach(each -> search.streak(member, each)));
    return search;
  }

  /// Takes in what a run wrote to a member's contact. The latest write of a member comes first.
  public void wrote(MemberId member, List<Difference> fields, Instant when) {
    for (var each : fields) {
      if (any) {
        streak(member, each);
      }
      var streak = streaks.getOrDefault(member, Map.of()).get(each.field());
      if (streak != null) {
        streak.meet(each, when);
      }
    }
  }

  /// What was written in the same way at least twice.
  public List<Fight> found() {
    var found = new ArrayList<Fight>();
    streaks.forEach((member, fields) ->
        fields.values().stream()
            .filter(streak -> streak.times >= OFTEN)
            .map(streak -> streak.of(member))
            .forEach(found::add));
    return found;
  }

  private void streak(MemberId member, Difference difference) {
    streaks
        .computeIfAbsent(member, _ -> new LinkedHashMap<>())
        .computeIfAbsent(difference.field(), _ -> new Streak(difference));
  }

  /// The latest writes of one field, as long as they are the same.
  private static final class Streak {
    private final Difference difference;
    private boolean over;
    private int times;
    private Instant first = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    Streak(Difference difference) {
      this.difference = difference;
    }

    void meet(Difference written, Instant when) {
      over = over || !written.equals(difference);
      if (!over) {
        last = times == 0 ? when : last;
        first = when;
        times++;
      }
    }

    Fight of(MemberId member) {
      return new Fight(member, difference, times, first, last);
    }
  }
}
