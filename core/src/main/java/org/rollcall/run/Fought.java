package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Difference;
import org.rollcall.plan.Fight;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Notice;

/// The fights of one plan.
///
/// @param begun those that are left from now on
/// @param resting those that an earlier run left
/// @param goingOn those that are named and go on, since Intercom knows a person by the field
record Fought(List<Fight> begun, List<Fight> resting, List<Fight> goingOn) {
  static final Fought NOTHING = new Fought(List.of(), List.of(), List.of());

  /// The most pairs of values that are named. Each member may have their own.
  private static final int NAMED = 10;

  /// The most members that a notice names.
  private static final int SOME = 5;

  Fought {
    begun = List.copyOf(begun);
    resting = List.copyOf(resting);
    goingOn = List.copyOf(goingOn);
  }

  private List<Fight> held() {
    return Stream.concat(begun.stream(), resting.stream()).toList();
  }

  /// Whether nothing has to be left out of the plan.
  boolean leavesNothing() {
    return begun.isEmpty() && resting.isEmpty();
  }

  /// What is not written, together with what `others` know.
  NotKept beside(NotKept others) {
    var held = new HashSet<HeldField>();
    held().forEach(fight -> held.add(new HeldField(fight.member(), fight.difference().field())));
    return new Resting(Set.copyOf(held), others);
  }

  private record HeldField(MemberId member, FieldName field) {}

  private record Resting(Set<HeldField> held, NotKept others) implements NotKept {
    @Override
    public Verdict of(MemberId member, Difference difference) {
      return held.contains(new HeldField(member, difference.field()))
          ? Verdict.FOUGHT
          : others.of(member, difference);
    }

    @Override
    public boolean isUnmerged(MemberId member, ContactId lead, ContactId into) {
      return others.isUnmerged(member, lead, into);
    }
  }

  /// A notice for each pair of values of a field, the most frequent first, and one for each field
  /// about all the others.
  List<Notice> notices() {
    var notices = new ArrayList<Notice>();
    tell(held(), true, notices);
    tell(goingOn, false, notices);
    return notices;
  }

  private static void tell(List<Fight> fights, boolean held, List<Notice> notices) {
    var groups =
        fights.stream()
            .collect(
                Collectors.groupingBy(Fight::difference, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .sorted(Comparator.comparingInt((List<Fight> group) -> group.size()).reversed())
            .toList();
    groups.stream().limit(NAMED).map(group -> notice(group, held)).forEach(notices::add);
    Map<FieldName, Integer> others = new TreeMap<>();
    groups.stream()
        .skip(NAMED)
        .forEach(group ->
            others.merge(group.getFirst().difference().field(), group.size(), Integer::sum));
    others.forEach((field, members) -> notices.add(new Notice.MoreFights(field, members, held)));
  }

  private static Notice notice(List<Fight> group, boolean held) {
    var times = group.stream().mapToInt(Fight::times).max().orElseThrow();
    var since = group.stream().map(Fight::first).min(Instant::compareTo).orElseThrow();
    var some = group.stream().map(Fight::member).sorted().limit(SOME).toList();
    return new Notice.Fighting(
        group.getFirst().difference(), group.size(), some, times, since, held);
  }
}
