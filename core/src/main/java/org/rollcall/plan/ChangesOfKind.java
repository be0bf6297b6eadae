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

/// The changes of one kind in a plan, in its order. Only their places in the plan are stored, and
/// each is made again on each access. Unmodifiable.
public final class ChangesOfKind<C extends Change> {
  private final List<Change> changes;
  private final Class<C> kind;
  private final Map<MemberId, Integer> places;

  private ChangesOfKind(List<Change> changes, Class<C> kind, Map<MemberId, Integer> places) {
    this.changes = changes;
    this.kind = kind;
    this.places = places;
  }

  /// None at all.
  public static <C extends Change> ChangesOfKind<C> none(Class<C> kind) {
    return new ChangesOfKind<>(List.of(), kind, Map.of());
  }

  public static ChangesOfKind<Change.Create> creates(Plan plan) {
    return of(plan, Change.Create.class);
  }

  public static ChangesOfKind<Change.Update> updates(Plan plan) {
    return of(plan, Change.Update.class);
  }

  private static <C extends Change> ChangesOfKind<C> of(Plan plan, Class<C> kind) {
    var changes = plan.notable();
    var places = new LinkedHashMap<MemberId, Integer>();
    for (int place = 0; place < changes.size(); place++) {
      if (kind.isInstance(changes.get(place))) {
        places.put(changes.get(place).member(), place);
      }
    }
    return new ChangesOfKind<>(changes, kind, places);
  }

  public int size() {
    return places.size();
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  /// The members whose changes they are.
  public Set<MemberId> members() {
    return Collections.unmodifiableSet(places.keySet());
  }

  public List<C> all() {
    var ordered = new ArrayList<>(places.values());
    return new ComputedList<>(ordered.size(), index -> at(ordered.get(index)));
  }

  public Optional<C> of(MemberId member) {
    return Optional.ofNullable(places.get(member)).map(this::at);
  }

  /// Those for which `which` is true.
  public ChangesOfKind<C> where(Predicate<C> which) {
    return among(member -> of(member).filter(which).isPresent());
  }

  /// Those of members for which `which` is true.
  public ChangesOfKind<C> among(Predicate<MemberId> which) {
    var some = new LinkedHashMap<>(places);
    some.keySet().removeIf(which.negate());
    return new ChangesOfKind<>(changes, kind, some);
  }

  private C at(int place) {
    return kind.cast(changes.get(place));
  }
}
