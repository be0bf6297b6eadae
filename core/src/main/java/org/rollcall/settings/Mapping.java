package org.rollcall.settings;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rollcall.model.FieldName;
import org.rollcall.model.RosterQuery;

/// How a member becomes a contact, as written in the settings. Only the form has been checked.
///
/// @param roster what is read, and so what expressions can use
/// @param conditions the conditions for joined rows, by join; without a condition all rows count
/// @param contact the expression of each field
/// @param vocabularies the vocabularies by name
/// @param tests what must come of some rows
public record Mapping(
    RosterQuery roster,
    SortedMap<String, Expression> conditions,
    SortedMap<FieldName, Expression> contact,
    SortedMap<String, Vocabulary> vocabularies,
    List<MappingTest> tests) {
  public Mapping {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    contact = Collections.unmodifiableSortedMap(new TreeMap<>(contact));
    vocabularies = Collections.unmodifiableSortedMap(new TreeMap<>(vocabularies));
    tests = List.copyOf(tests);
  }

  /// Whether the external id is the member's number itself, and so tells whose a contact is.
  public boolean keepsNumbers() {
    var id = contact.get(FieldName.EXTERNAL_ID);
    return id != null && number().matcher(id.text().strip()).matches();
  }

  /// `member.key` or `member["key"]`, perhaps as text without the blanks around it.
  private Pattern number() {
    var key = Pattern.quote(roster.key());
    return Pattern.compile(
        "((string|trim)\\(\\s*)*member(\\.%1$s|\\[(['\"])%1$s\\4\\])(\\s*\\))*".formatted(key));
  }

  /// The same mapping, where no code has a name and nothing is tested.
  public Mapping unnamed() {
    var unnamed = new TreeMap<String, Vocabulary>();
    vocabularies.forEach((key, vocabulary) -> unnamed.put(key, vocabulary.unnamed()));
    return new Mapping(roster, conditions, contact, unnamed, List.of());
  }

  /// The fields whose expressions use each vocabulary.
  public SortedMap<String, Set<FieldName>> fieldsOfVocabularies() {
    var fields = new TreeMap<String, Set<FieldName>>();
    vocabularies.forEach((key, vocabulary) -> {
      var users = new TreeMap<>(contact);
      users.values().removeIf(expression -> !vocabulary.isNamedIn(expression));
      fields.put(key, Set.copyOf(users.keySet()));
    });
    return fields;
  }
}
