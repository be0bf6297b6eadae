package org.rollcall.settings;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;

/// Reads what happens to the contacts of people who are no longer eligible.
final class LeaversReader {
  private static final String EXPECTED =
      "ignore, archive, or attributes to write such as { mark: { member_type: Former Member } }";
  private static final int LONGEST = 255;

  private LeaversReader() {}

  static Leavers read(Section root, Mapping mapping) {
    return root.optional("leavers")
        .flatMap(field -> field.isSection() ? mark(field.section(), mapping) : word(field))
        .orElseGet(Leavers.Ignore::new);
  }

  private static Optional<Leavers> word(Field field) {
    return field.as(
        EXPECTED,
        text ->
            switch (text) {
              case "ignore" -> Optional.of(new Leavers.Ignore());
              case "archive" -> Optional.of(new Leavers.Archive());
              default -> Optional.empty();
            });
  }

  private static Optional<Leavers> mark(Section section, Mapping mapping) {
    var fields = new TreeMap<FieldName, Wish>();
    section
        .required("mark", "the attributes to write, such as { member_type: Former Member }")
        .map(Field::section)
        .ifPresent(
            marks -> marks.all().forEach((name, field) -> put(name, field, mapping, fields)));
    section.close();
    return Optional.of(new Leavers.Mark(fields));
  }

  /// Only mapped fields are read from Intercom, so only for them can a run see that nothing has to
  /// change.
  private static void put(
      String name, Field field, Mapping mapping, SortedMap<FieldName, Wish> fields) {
    var attribute = FieldName.attribute(name);
    if (!mapping.contact().containsKey(attribute)) {
      field.report(
          "%s is no attribute under contact.custom_attributes; expected one that is mapped"
              .formatted(field.path()));
    }
    field
        .as("text of at most " + LONGEST + " characters", LeaversReader::fitting)
        .ifPresentOrElse(
            text -> fields.put(attribute, new Wish.Put(new Value.Text(text))),
            () -> fields.put(attribute, new Wish.Clear()));
  }

  private static Optional<String> fitting(String text) {
    return Optional.of(text).filter(each -> each.length() <= LONGEST);
  }
}
