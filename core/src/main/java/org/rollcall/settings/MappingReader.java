package org.rollcall.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;

/// Reads what is read from the roster and how it becomes a contact.
final class MappingReader {
  private MappingReader() {}

  static Mapping read(Section root, String schema) {
    var roster = RosterReader.read(root, schema);
    var contact = contact(root);
    return new Mapping(
        roster.query(),
        roster.conditions(),
        contact,
        vocabularies(root),
        new MappingTestReader(roster.query(), contact.keySet()).read(root));
  }

  private static SortedMap<FieldName, Expression> contact(Section root) {
    var contact = new TreeMap<FieldName, Expression>();
    root.required("contact", "an expression for each field of a contact")
        .map(Field::section)
        .ifPresent(section -> {
          standard(section, contact);
          section
              .optional("custom_attributes")
              .ifPresent(field -> attributes(field.section(), contact));
          section.close();
        });
    return contact;
  }

  private static void standard(Section section, Map<FieldName, Expression> contact) {
    var number = section.required("external_id", "an expression for the member's number");
    put(FieldName.EXTERNAL_ID, number, contact);
    put(FieldName.EMAIL, section.required("email", "an expression for the e-mail"), contact);
    put(FieldName.NAME, section.optional("name"), contact);
    put(FieldName.PHONE, section.optional("phone"), contact);
  }

  private static void attributes(Section section, Map<FieldName, Expression> contact) {
    section
        .all()
        .forEach((name, field) -> {
          if (name.isBlank() || name.contains(".") || name.contains("$")) {
            field.report(
                "\"%s\" is no name of an attribute; Intercom allows neither . nor $ in it"
                    .formatted(name));
          } else {
            put(FieldName.attribute(name), Optional.of(field), contact);
          }
        });
  }

  private static void put(
      FieldName name, Optional<Field> field, Map<FieldName, Expression> contact) {
    field.flatMap(Field::expression).ifPresent(expression -> contact.put(name, expression));
  }

  private static SortedMap<String, Vocabulary> vocabularies(Section root) {
    var vocabularies = new TreeMap<String, Vocabulary>();
    root.optional("vocabulary")
        .filter(field -> !field.isNull())
        .map(Field::section)
        .ifPresent(section ->
            section
                .all()
                .forEach((name, field) -> vocabularies.put(name, vocabulary(name, field))));
    return vocabularies;
  }

  /// An empty one names no code yet, and expressions may use it all the same.
  private static Vocabulary vocabulary(String name, Field field) {
    if (field.isNull()) {
      return new Vocabulary(name, new LinkedHashMap<>());
    }
    var names = new LinkedHashMap<String, String>();
    var section = field.section();
    section
        .all()
        .keySet()
        .forEach(code -> names.put(code.strip(), section.text(code, "the name for this code")));
    return new Vocabulary(name, names);
  }
}
