package org.rollcall.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;

/// The creates of a plan, in its order. Only their places in the plan are stored, and each is
/// created again on each access. Unmodifiable.
public final class Creates {
  /// No creates.
  public static final Creates NONE = new Creates(List.of(), Map.of());

  private final List<Change> changes;
  private final Map<MemberId, Integer> places;

  private Creates(List<Change> changes, Map<MemberId, Integer> places) {
    this.changes = changes;
    this.places = places;
  }

  public static Creates of(Plan plan) {
    var changes = plan.notable();
    var places = new LinkedHashMap<MemberId, Integer>();
    for (int place = 0; place < changes.size(); place++) {
      if (changes.get(place) instanceof Change.Create create) {
        places.put(create.member(), place);
      }
    }
    return new Creates(changes, places);
  }

  public int size() {
    return places.size();
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  /// The members that they create contacts for.
  public Set<MemberId> members() {
    return Collections.unmodifiableSet(places.keySet());
  }

  public List<Change.Create> all() {
    var ordered = new ArrayList<>(places.values());
    return new ComputedList<>(ordered.size(), index -> at(ordered.get(index)));
  }

  public Optional<Change.Create> of(MemberId member) {
    return Optional.ofNullable(places.get(member)).map(this::at);
  }

  /// The creates for which `which` is true.
  public Creates where(Predicate<Change.Create> which) {
    return among(member -> of(member).filter(which).isPresent());
  }

  /// The creates of members for which `which` is true.
  public Creates among(Predicate<MemberId> which) {
    var some = new LinkedHashMap<>(places);
    some.keySet().removeIf(which.negate());
    return new Creates(changes, some);
  }

  private Change.Create at(int place) {
    return (Change.Create) changes.get(place);
  }
}
