package org.rollcall.plan;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.rollcall.model.ComputedList;
import org.rollcall.model.Contact;
import org.rollcall.model.Wanted;

/// The changes of a whole roster in little memory. A member whose only contact is right takes four
/// bytes; for a member to write, only the differences are stored. Everything else is computed from
/// the members and the workspace on each access.
final class Changes extends AbstractList<Change> implements RandomAccess {
  private final List<Wanted> wanted;
  private final ContactIndex workspace;
  private final List<Held> notable = new ArrayList<>();

  /// For each member either the place of the contact that is right, or [#held] of an index in
  /// [#notable].
  private final Addresses places = new Addresses();

  Changes(List<Wanted> wanted, ContactIndex workspace) {
    this.wanted = wanted;
    this.workspace = workspace;
  }

  /// Adds the next member, whose contact at `place` is right.
  void addUnchanged(int place) {
    places.add(place);
  }

  /// Adds the next member, who has no contact.
  void addCreate() {
    hold(new Held.Create(places.size()));
  }

  /// Adds the next member, whose contact at `place` differs.
  void addUpdate(int place, Match match, List<Difference> differences, List<Contact> surplus) {
    var kept = List.copyOf(differences);
    hold(new Held.Update(places.size(), place, match, kept, List.copyOf(surplus)));
  }

  /// Adds any other change. After the changes of all members, more may follow.
  void addNotable(Change change) {
    hold(new Held.Whole(change));
  }

  /// All changes except those of members whose only contact is right.
  List<Change> notable() {
    return new ComputedList<>(notable.size(), this::told);
  }

  @Override
  public Change get(int index) {
    int place = places.get(index);
    return place < 0
        ? told(held(place))
        : new Change.Unchanged(wanted.get(index), workspace.at(place), List.of());
  }

  @Override
  public int size() {
    return places.size();
  }

  private void hold(Held change) {
    places.add(held(notable.size()));
    notable.add(change);
  }

  private Change told(int position) {
    return switch (notable.get(position)) {
      case Held.Whole(var change) -> change;
      case Held.Create(int member) -> create(wanted.get(member));
      case Held.Update(int member, int place, var match, var differences, var surplus) ->
          new Change.Update(wanted.get(member), workspace.at(place), match, differences, surplus);
    };
  }

  private static Change create(Wanted wanted) {
    return new Change.Create(wanted, Diff.ofNew(wanted));
  }

  /// This function is its own inverse.
  private static int held(int position) {
    return -1 - position;
  }

  /// The stored form of a change.
  private sealed interface Held {
    record Whole(Change change) implements Held {}

    /// @param member the index of the member
    record Create(int member) implements Held {}

    /// @param member the index of the member
    /// @param place the place of their contact in the workspace
    record Update(
        int member, int place, Match match, List<Difference> differences, List<Contact> surplus)
        implements Held {}
  }
}
