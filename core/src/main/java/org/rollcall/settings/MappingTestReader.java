package org.rollcall.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.RosterQuery;
import org.rollcall.settings.MappingTest.Expected;
import org.rollcall.settings.MappingTest.ExpectedValue;

/// Reads the tests of the mapping. A column or a field that the mapping does not have is a mistake.
///
/// @param query what the mapping reads
/// @param mapped the fields that it writes
record MappingTestReader(RosterQuery query, Set<FieldName> mapped) {
  private static final MemberId SOMEBODY = new MemberId("1");

  List<MappingTest> read(Section root) {
    var tests = new ArrayList<MappingTest>();
    root.optional("tests")
        .filter(field -> !field.isNull())
        .ifPresent(field -> field.list().forEach(item -> tests.add(test(item, tests.size() + 1))));
    return tests;
  }

  private MappingTest test(Field field, int number) {
    var section = field.section();
    var name = section.optionalText("name").orElse("number " + number);
    var today = section.optional("today").flatMap(MappingTestReader::date);
    var row = new TestRowReader(query).read(section);
    var expected = expected(section);
    section.close();
    return new MappingTest(
        name, new Member(SOMEBODY, row), today.orElse(MappingTest.USUAL_DATE), expected);
  }

  private static Optional<LocalDate> date(Field field) {
    return field.as(
        "a date such as 2026-01-31",
        text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeParseException _) {
            return Optional.empty();
          }
        });
  }

  private Expected expected(Section section) {
    var contact = section.optional("contact");
    var leftAlone = section.optional("left_alone");
    var skip = section.optional("skip");
    if (skip.isPresent() == (contact.isPresent() || leftAlone.isPresent())
        && section.self().isSection()) {
      section
          .self()
          .report(
              "%s has %s; expected either skip, or contact and left_alone"
                  .formatted(
                      section.self().path(),
                      skip.isPresent() ? "skip and a contact" : "neither contact nor skip"));
    }
    return skip.<Expected>map(MappingTestReader::skip)
        .orElseGet(() -> contact(section, contact, leftAlone));
  }

  /// `true` for any reason.
  private static Expected skip(Field field) {
    var text = field.literal();
    return new Expected.Skip(
        Optional.of(text).filter(reason -> !reason.equals("true") && !reason.isEmpty()),
        field.position());
  }

  private Expected contact(Section section, Optional<Field> contact, Optional<Field> leftAlone) {
    var fields = new TreeMap<FieldName, ExpectedValue>();
    contact.map(Field::section).ifPresent(group -> fields(group, fields));
    var left = new TreeMap<FieldName, Position>();
    leftAlone.ifPresent(list -> list.list().forEach(item -> left(item, left)));
    return new Expected.Contact(
        fields, left, contact.or(() -> leftAlone).orElse(section.self()).position());
  }

  private void fields(Section group, SortedMap<FieldName, ExpectedValue> fields) {
    group
        .all()
        .forEach((key, field) -> {
          if (key.equals("custom_attributes")) {
            field
                .section()
                .all()
                .forEach((name, value) -> put(attribute(name), name, value, fields));
          } else {
            put(standard(key), key, field, fields);
          }
        });
  }

  private void put(
      Optional<FieldName> name,
      String written,
      Field field,
      SortedMap<FieldName, ExpectedValue> fields) {
    if (name.isEmpty()) {
      unknown(field, written);
      return;
    }
    fields.put(name.get(), new ExpectedValue(field.literal(), field.position()));
  }

  private void left(Field item, SortedMap<FieldName, Position> left) {
    var written = item.literal();
    attribute(written)
        .or(() -> standard(written))
        .ifPresentOrElse(name -> left.put(name, item.position()), () -> unknown(item, written));
  }

  private void unknown(Field field, String written) {
    var known = new TreeSet<String>();
    mapped.forEach(name -> known.add(name.simpleName()));
    field.report(
        "%s names \"%s\", which the mapping does not write; expected %s%s"
            .formatted(field.path(), written, Forms.choice(known), Nearest.hint(written, known)));
  }

  private Optional<FieldName> attribute(String name) {
    return name.isBlank()
        ? Optional.empty()
        : Optional.of(FieldName.attribute(name)).filter(mapped::contains);
  }

  private Optional<FieldName> standard(String name) {
    return mapped.stream()
        .filter(each -> !each.isAttribute() && each.value().equals(name))
        .findFirst();
  }
}
