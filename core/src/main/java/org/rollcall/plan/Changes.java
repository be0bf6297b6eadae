package org.rollcall.plan;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.rollcall.model.Computed;
import org.rollcall.model.Contact;
import org.rollcall.model.Wanted;

/// The changes of a whole roster, of which little is held: a member whose contact is right and
/// alone takes four bytes, and of one who is to be written only the differences are kept. All else
/// is told from the members and the workspace whenever somebody asks.
final class Changes extends AbstractList<Change> implements RandomAccess {
  private final List<Wanted> wanted;
  private final ContactIndex workspace;
  private final List<Held> notable = new ArrayList<>();

  /// For each member the place of the contact that is right, or what [#held] makes of a position in
  /// [#notable].
  private final Addresses places = new Addresses();

  Changes(List<Wanted> wanted, ContactIndex workspace) {
    this.wanted = wanted;
    this.workspace = workspace;
  }

  /// The next member's contact is at `place`, and right.
  void addUnchanged(int place) {
    places.add(place);
  }

  /// The next member has no contact.
  void addCreate() {
    hold(new Held.Create(places.size()));
  }

  /// The next member's contact is at `place`, and differs.
  void addUpdate(int place, Match match, List<Difference> differences, List<Contact> surplus) {
    var kept = List.copyOf(differences);
    hold(new Held.Update(places.size(), place, match, kept, List.copyOf(surplus)));
  }

  /// The next change; after those of all members come any others.
  void addNotable(Change change) {
    hold(new Held.Whole(change));
  }

  /// All but the members whose contact is right and alone.
  List<Change> notable() {
    return new Computed<>(notable.size(), this::told);
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

  /// Its own inverse.
  private static int held(int position) {
    return -1 - position;
  }

  /// What is held of a change.
  private sealed interface Held {
    record Whole(Change change) implements Held {}

    /// @param member the index of the member
    record Create(int member) implements Held {}

    /// @param member the index of the member
    /// @param place where their contact is in the workspace
    record Update(
        int member, int place, Match match, List<Difference> differences, List<Contact> surplus)
        implements Held {}
  }
}
