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

  /// What is one person's is different for everybody, so there its frequent changes say nothing.
  private FieldRow field(FieldChanges field) {
    var pairs =
        field.isPersonal()
            ? List.<PairRow>of()
            : field.pairs().stream().limit(PAIRS).map(this::pair).toList();
    return new FieldRow(
        field.field().simpleName(), field.contacts(), field.filled(), field.emptied(), pairs);
  }

  private PairRow pair(FieldChanges.Pair pair) {
    var change = Difference.as(privacy, List.of(pair.change())).getFirst();
    return new PairRow(change.before(), change.after(), pair.contacts());
  }

  List<ValueRow> values(List<Difference> differences) {
    return Difference.as(privacy, differences).stream()
        .map(each -> new ValueRow(each.field().simpleName(), each.before(), each.after()))
        .toList();
  }
}
