package org.rollcall.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Difference;

/// What members' contacts held before, told backwards from today: each change ends in what the one
/// after it began with, and the last in what is there now.
final class MemberPast {
  private static final List<FieldName> CHANGING =
      List.of(
          FieldName.EMAIL,
          FieldName.PHONE,
          FieldName.attribute("facility"),
          FieldName.attribute("region"),
          FieldName.attribute("positions"));

  private static final int TRIES = 20;

  private final List<Wanted> members;
  private final SplittableRandom random;
  private final Map<MemberId, Map<FieldName, String>> held = new HashMap<>();

  MemberPast(List<Wanted> members, SplittableRandom random) {
    this.members = members;
    this.random = random;
  }

  /// All that the contact was made with.
  List<Difference> made(Wanted member) {
    var fields = new ArrayList<Difference>();
    held(member)
        .forEach((field, value) -> {
          if (!value.isEmpty()) {
            fields.add(new Difference(field, "", value));
          }
        });
    return fields;
  }

  /// A change of one field of one member.
  List<Difference> changed(Wanted member) {
    var field = CHANGING.get(random.nextInt(CHANGING.size()));
    return List.of(changed(member, field, former(member, field)));
  }

  /// A change of one field, which held this before.
  Difference changed(Wanted member, FieldName field, String before) {
    var after = held(member).put(field, before);
    return new Difference(field, before, after == null ? "" : after);
  }

  /// What a field held at this point of the past.
  String holds(Wanted member, FieldName field) {
    return held(member).getOrDefault(field, "");
  }

  private Map<FieldName, String> held(Wanted member) {
    return held.computeIfAbsent(member.member(), _ -> now(member));
  }

  private static Map<FieldName, String> now(Wanted member) {
    var fields = new TreeMap<FieldName, String>();
    member
        .fields()
        .forEach((field, wish) ->
            fields.put(field, wish instanceof Wish.Put(var value) ? value.shown() : ""));
    return fields;
  }

  /// A value that another member has; an address and a number of their own.
  private String former(Wanted member, FieldName field) {
    if (field.equals(FieldName.EMAIL)) {
      return "former.%s.%d@example.net".formatted(member.member(), random.nextInt(100));
    }
    if (field.equals(FieldName.PHONE)) {
      return "+1202555%04d".formatted(100 + random.nextInt(100));
    }
    var now = holds(member, field);
    for (int turn = 0; turn < TRIES; turn++) {
      var other = members.get(random.nextInt(members.size())).shown(field);
      if (!other.equals(now)) {
        return other;
      }
    }
    return "Former";
  }
}
