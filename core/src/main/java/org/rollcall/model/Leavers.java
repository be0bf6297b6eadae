package org.rollcall.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What becomes of the contact of somebody who is on the roster but no longer eligible.
///
/// Only who is in the members' table and is not eligible has left: whoever is merely absent, staff
/// and unknown people are never meant.
public sealed interface Leavers {
  /// Their contacts stay as they are.
  record Ignore() implements Leavers {}

  /// These fields of their contacts say that they have left; all others stay.
  record Mark(SortedMap<FieldName, Wish> fields) implements Leavers {
    public Mark {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /// Their contacts are archived, which can be taken back.
  record Archive() implements Leavers {}
}
