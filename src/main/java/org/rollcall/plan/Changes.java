package org.rollcall.plan;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.rollcall.model.Wanted;

/// The changes of a whole roster, of which only those that are worth a word are held: a member
/// whose contact is right and alone takes four bytes, and is told from the members and the
/// workspace whenever somebody asks.
final class Changes extends AbstractList<Change> implements RandomAccess {
  private final List<Wanted> wanted;
  private final Workspace workspace;
  private final List<Change> notable = new ArrayList<>();

  /// For each member the place of the contact that is right, or what [#held] makes of a position in
  /// [#notable].
  private final Addresses places = new Addresses();

  Changes(List<Wanted> wanted, Workspace workspace) {
    this.wanted = wanted;
    this.workspace = workspace;
  }

  /// The next member's contact is at `place`, and right.
  void addUnchanged(int place) {
    places.add(place);
  }

  /// The next change; after those of all members come any others.
  void addNotable(Change change) {
    places.add(held(notable.size()));
    notable.add(change);
  }

  /// All but the members whose contact is right and alone.
  List<Change> notable() {
    return notable;
  }

  @Override
  public Change get(int index) {
    int place = places.get(index);
    return place < 0
        ? notable.get(held(place))
        : new Change.Unchanged(wanted.get(index), workspace.at(place), List.of());
  }

  @Override
  public int size() {
    return places.size();
  }

  /// Its own inverse.
  private static int held(int position) {
    return -1 - position;
  }
}
