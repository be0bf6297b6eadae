package org.rollcall.sandbox;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// What happened to the contacts of a world, oldest first. Used under the world's lock.
final class ActivityLog {
  private final NavigableSet<Activity> all = new TreeSet<>();

  /// Notes what a change of a contact was; nothing for a change of fields.
  ///
  /// @param before empty for a new contact
  void note(Optional<StoredContact> before, StoredContact after) {
    if (before.isEmpty()) {
      add(Activity.Kind.CREATED, after, Optional.empty(), after.createdAt());
    } else if (before.get().role() != after.role()) {
      add(Activity.Kind.ROLE_UPDATED, after, Optional.empty(), after.updatedAt());
    }
    if (before.map(StoredContact::state).filter(after.state()::equals).isEmpty()) {
      moved(after);
    }
  }

  /// What happened after `last`; all of it if `last` is empty.
  Collection<Activity> after(Optional<Cursor.Position> last) {
    return last.map(position -> all.tailSet(Activity.placedAt(position), false)).orElse(all);
  }

  int size() {
    return all.size();
  }

  private void moved(StoredContact contact) {
    switch (contact.state()) {
      case ContactState.Merged(var into) ->
          add(Activity.Kind.MERGED, contact, Optional.of(into), contact.updatedAt());
      case ContactState.Doomed() ->
          add(Activity.Kind.DELETED, contact, Optional.empty(), contact.updatedAt());
      case ContactState.Active(), ContactState.Archived(), ContactState.Blocked() -> {}
    }
  }

  private void add(Activity.Kind kind, StoredContact contact, Optional<String> into, long at) {
    all.add(new Activity(kind, contact.id(), into, at, all.size() + 1L));
  }
}
