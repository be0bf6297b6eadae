package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;

/// A workspace after years of use: most members' contacts are right, about one in seventy is not,
/// and some people in it are not members.
///
/// The same members, time and seed give the same workspace. With the default [Behaviour] a first
/// run can correct all of it, and a second run finds nothing to do.
public final class LivedInWorkspace {
  private LivedInWorkspace() {}

  /// Fills `world`, and defines the attributes that the members need and the world lacks.
  ///
  /// @param wanted the members as they should be
  /// @param now the present; all events are before it
  /// @return the fate of each member's contact
  public static Map<MemberId, Fate> fill(World world, List<Wanted> wanted, Instant now, long seed) {
    defineAttributes(world, wanted);
    var random = new Random(seed);
    var fates = fates(wanted, random);
    var past = new ContactHistory(world, wanted, now, random);
    for (var member : wanted) {
      past.happen(member, fates.getOrDefault(member.member(), Fate.RIGHT));
    }
    new Strangers(world, now, random).settle(wanted.size());
    return fates;
  }

  private static void defineAttributes(World world, List<Wanted> wanted) {
    wanted.stream()
        .flatMap(member -> member.fields().keySet().stream())
        .filter(FieldName::isAttribute)
        .distinct()
        .map(FieldName::simpleName)
        .filter(name -> world.attribute(name).isEmpty())
        .forEach(name -> world.define(attribute(name, wanted, world)));
  }

  private static StoredAttribute attribute(String name, List<Wanted> wanted, World world) {
    var type =
        wanted.stream()
            .map(member -> member.wish(FieldName.attribute(name)))
            .filter(Wish.Put.class::isInstance)
            .map(Wish.Put.class::cast)
            .map(put -> StoredValue.type(put.value()))
            .findFirst()
            .orElse("string");
    return new StoredAttribute(world.newAttributeId(), name, type, List.of(), false, true, "", 0);
  }

  /// Gives a fate only to members whose e-mail no other member has: with a shared e-mail it is
  /// unclear which contact belongs to whom.
  private static Map<MemberId, Fate> fates(List<Wanted> wanted, Random random) {
    var drawn = new ArrayList<>(wanted);
    drawn.removeIf(sharing(wanted)::contains);
    Collections.shuffle(drawn, random);
    var next = drawn.iterator();
    var fates = new LinkedHashMap<MemberId, Fate>();
    for (var fate : Fate.values()) {
      for (var count = fate.count(wanted.size()); count > 0 && next.hasNext(); count--) {
        fates.put(next.next().member(), fate);
      }
    }
    wanted.forEach(member -> fates.putIfAbsent(member.member(), Fate.RIGHT));
    return fates;
  }

  private static Set<Wanted> sharing(List<Wanted> wanted) {
    var first = new HashMap<String, Wanted>();
    var sharing = new HashSet<Wanted>();
    for (var member : wanted) {
      var other = first.putIfAbsent(member.emailKey(), member);
      if (other != null) {
        sharing.add(other);
        sharing.add(member);
      }
    }
    return sharing;
  }
}
