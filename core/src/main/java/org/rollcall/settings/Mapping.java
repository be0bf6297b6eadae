package org.rollcall.settings;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterQuery;

/// How a member becomes a contact, as written in the settings. Only the form has been checked.
///
/// @param roster what is read, and so what expressions can use
/// @param conditions the conditions for joined rows, by join; without a condition all rows count
/// @param contact the expression of each field
/// @param vocabularies the vocabularies by name
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
