package org.rollcall.plan;

import java.util.List;
import org.rollcall.model.Contact;

/// All changes in the order of the roster. Only a plan can be applied.
///
/// @param changes one for each member read, including unchanged and skipped members; each may be
///   created again on each access
/// @param notices other facts for the operator
/// @param whole what the shares of the changes refer to
public record Plan(List<Change> changes, List<Notice> notices, Whole whole) {
  public Plan {
    changes = changes instanceof Changes ? changes : List.copyOf(changes);
    notices = List.copyOf(notices);
  }

  /// A plan of all members.
  public Plan(List<Change> changes, List<Notice> notices) {
    this(changes, notices, Whole.of(changes));
  }

  /// The number of changes of each kind.
  public Counts counts() {
    var notable = notable();
    return Counts.of(notable).withUnchanged(changes.size() - notable.size());
  }

  /// All changes except those of members whose only contact is right. On most nights they are few.
  /// Each may be created again on each access.
  public List<Change> notable() {
    return changes instanceof Changes compact
        ? compact.notable()
        : changes.stream().filter(change -> !change.isQuiet()).toList();
  }

  /// The contacts of people who were deleted from the members' table, whatever is done with them;
  /// none where only some members were read. Each may be created again on each access.
  public List<Contact> orphans() {
    return notices.stream()
        .filter(Notice.Orphaned.class::isInstance)
        .map(notice -> ((Notice.Orphaned) notice).contacts())
        .findFirst()
        .orElseGet(List::of);
  }

  /// Whether applying it changes nothing in Intercom.
  public boolean isEmpty() {
    return counts().isEmpty();
  }
}
