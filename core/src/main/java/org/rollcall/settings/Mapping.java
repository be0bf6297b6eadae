package org.rollcall.settings;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterQuery;

/// What makes a contact of a member, as the settings write it: nothing in here is checked but its
/// form.
///
/// @param roster what is read, and so what expressions can speak of
/// @param conditions by join: which of its rows count; a join that is not here takes them all
/// @param contact by field: what it shall hold
/// @param vocabularies by name
public record Mapping(
    RosterQuery roster,
    SortedMap<String, Expression> conditions,
    SortedMap<FieldName, Expression> contact,
    SortedMap<String, Vocabulary> vocabularies) {
  public Mapping {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    contact = Collections.unmodifiableSortedMap(new TreeMap<>(contact));
    vocabularies = Collections.unmodifiableSortedMap(new TreeMap<>(vocabularies));
  }
}
