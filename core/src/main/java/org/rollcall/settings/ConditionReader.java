package org.rollcall.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Condition;

/// Reads the conditions for eligible members.
final class ConditionReader {
  private ConditionReader() {}

  static List<Condition> read(Section section) {
    var conditions = new ArrayList<Condition>();
    section
        .optional("where")
        .map(Field::section)
        .ifPresent(group ->
            group
                .all()
                .forEach((column, field) -> condition(column, field).ifPresent(conditions::add)));
    return conditions;
  }

  private static Optional<Condition> condition(String column, Field field) {
    if (field.isNull()) {
      return Optional.of(new Condition.IsNull(column));
    }
    return field.isSection() ? notNull(column, field) : oneOf(column, field);
  }

  private static Optional<Condition> notNull(String column, Field field) {
    var section = field.section();
    var negated = section.optional("not");
    if (negated.filter(Field::isNull).isEmpty()) {
      field.report(
          "%s is no condition; expected a value, a list of values, null, or not: null"
              .formatted(field.path()));
    }
    section.close();
    return negated.map(_ -> new Condition.NotNull(column));
  }

  private static Optional<Condition> oneOf(String column, Field field) {
    var items = field.list();
    if (items.isEmpty()) {
      field.wrong("an empty list", "at least one value");
    }
    var values = items.stream().flatMap(item -> item.text().stream()).toList();
    return Optional.of(new Condition.OneOf(column, values));
  }
}
