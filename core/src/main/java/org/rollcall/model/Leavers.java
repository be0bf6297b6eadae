package org.rollcall.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happens to the contact of somebody who has left: who is on the roster but no longer
/// eligible, or whose number no row of the members' table has any more.
///
/// Other people who are not in the table, such as staff, never count as leavers.
public sealed interface Leavers {
  /// As the settings have it.
  default String word() {
    return switch (this) {
      case Ignore() -> "ignore";
      case Mark _ -> "mark";
      case Archive() -> "archive";
    };
  }

  /// The contacts stay as they are.
  record Ignore() implements Leavers {}

  /// These fields of the contacts show that the people have left; all other fields stay.
  record Mark(SortedMap<FieldName, Wish> fields) implements Leavers {
    public Mark {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /// The contacts are archived, which can be undone.
  record Archive() implements Leavers {}
}
