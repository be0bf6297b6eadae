package org.rollcall.page;

import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.page.Page.FieldRow;
import org.rollcall.page.Page.PairRow;
import org.rollcall.page.Page.ValueRow;
import org.rollcall.plan.Difference;
import org.rollcall.review.FieldChanges;

/// What changes, as rows of a page.
///
/// @param privacy how people's data appear
record Rows(Privacy privacy) {
  private static final int PAIRS = 5;

  List<FieldRow> fields(List<FieldChanges> fields) {
    return fields.stream().map(this::field).toList();
  }

  private FieldRow field(FieldChanges field) {
    return new FieldRow(
        field.field().simpleName(),
        field.contacts(),
        field.filled(),
        field.emptied(),
        field.frequent(privacy, PAIRS).stream().map(Rows::pair).toList());
  }

  private static PairRow pair(FieldChanges.Pair pair) {
    return new PairRow(pair.change().before(), pair.change().after(), pair.contacts());
  }

  List<ValueRow> values(List<Difference> differences) {
    return Difference.as(privacy, differences).stream()
        .map(each -> new ValueRow(each.field().simpleName(), each.before(), each.after()))
        .toList();
  }
}
