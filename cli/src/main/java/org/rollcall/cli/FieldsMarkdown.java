package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.FieldChanges;

/// What changes, field by field, as a table in Markdown.
///
/// @param privacy how people's data appear
/// @param pairs how many pairs of values are shown of each field
record FieldsMarkdown(Privacy privacy, int pairs) {
  private static final List<String> NAMES =
      List.of("Field", "Contacts", "Filled", "Emptied", "Most frequent");

  Stream<String> of(List<FieldChanges> fields) {
    return Markdown.table(NAMES, 3, fields.stream().map(this::row));
  }

  private List<String> row(FieldChanges field) {
    return List.of(
        Markdown.value(field.field().value()),
        String.valueOf(field.contacts()),
        String.valueOf(field.filled()),
        String.valueOf(field.emptied()),
        pairs(field));
  }

  private String pairs(FieldChanges field) {
    return field.frequent(privacy, pairs).stream()
        .map(pair -> change(pair.change()) + " " + pair.contacts())
        .collect(Collectors.joining(", "));
  }

  private static String change(Difference change) {
    return Markdown.value(change.before()) + " → " + Markdown.value(change.after());
  }
}
