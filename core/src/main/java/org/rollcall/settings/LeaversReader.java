package org.rollcall.settings;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.FieldName;
import org.rollcall.model.Leavers;
import org.rollcall.model.Value;
import org.rollcall.model.Wish;

/// Reads what happens to the contacts of people who have left.
///
/// @param ineligible of those who are in the members' table and no longer eligible
/// @param orphans of those who were deleted from it; empty where the external ids do not tell
record LeaversReader(Leavers ineligible, Optional<Leavers> orphans) {
  private static final String EXPECTED =
      "ignore, archive, or attributes to write such as { mark: { member_type: Former Member } }";
  private static final String MARKS =
      "the attributes to write, such as { member_type: Former Member }";
  private static final int LONGEST = 255;

  /// What is done, as a word.
  private enum Treatment {
    IGNORE,
    MARK,
    ARCHIVE
  }

  static LeaversReader of(Section root, Mapping mapping) {
    var read =
        root.optional("leavers")
            .flatMap(field ->
                field.isSection()
                    ? Optional.of(section(field.section(), mapping))
                    : word(field).map(LeaversReader::only))
            .orElseGet(() -> only(new Leavers.Ignore()));
    return mapping.keepsNumbers() ? read : new LeaversReader(read.ineligible(), Optional.empty());
  }

  private static LeaversReader only(Leavers ineligible) {
    return new LeaversReader(ineligible, Optional.of(new Leavers.Ignore()));
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

  /// Marks are for those who are no longer eligible, unless the settings say otherwise.
  private static LeaversReader section(Section section, Mapping mapping) {
    var ineligible = section.optional("ineligible");
    var orphans = section.optional("orphans");
    var marks =
        ineligible.isEmpty() && orphans.isEmpty()
            ? section.required("mark", MARKS)
            : section.optional("mark");
    var fields = marks.map(field -> marks(field.section(), mapping));
    var read =
        new LeaversReader(
            ineligible
                .map(field -> treatment(field, fields))
                .orElseGet(
                    () -> fields.<Leavers>map(Leavers.Mark::new).orElseGet(Leavers.Ignore::new)),
            Optional.of(
                orphans.map(field -> treatment(field, fields)).orElseGet(Leavers.Ignore::new)));
    orphans.ifPresent(field -> judge(field, read.orphans().orElseThrow(), mapping));
    section.close();
    return read;
  }

  private static Leavers treatment(Field field, Optional<SortedMap<FieldName, Wish>> marks) {
    return switch (field.word(Treatment.class).orElse(Treatment.IGNORE)) {
      case IGNORE -> new Leavers.Ignore();
      case ARCHIVE -> new Leavers.Archive();
      case MARK -> {
        if (marks.isEmpty()) {
          field.report("leavers.mark is missing; expected " + MARKS);
        }
        yield new Leavers.Mark(marks.orElseGet(TreeMap::new));
      }
    };
  }

  /// An external id that is made of the number may be somebody's whose number it is not.
  private static void judge(Field field, Leavers orphans, Mapping mapping) {
    boolean made = mapping.contact().containsKey(FieldName.EXTERNAL_ID) && !mapping.keepsNumbers();
    if (made && !(orphans instanceof Leavers.Ignore)) {
      field.report(
          "%s needs the member's number as external id, and contact.external_id makes something else of it; expected ignore"
              .formatted(field.path()));
    }
  }

  private static SortedMap<FieldName, Wish> marks(Section marks, Mapping mapping) {
    var fields = new TreeMap<FieldName, Wish>();
    marks.all().forEach((name, field) -> put(name, field, mapping, fields));
    return fields;
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
