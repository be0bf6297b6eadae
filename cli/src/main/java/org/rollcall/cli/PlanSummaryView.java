package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.model.Wording;
import org.rollcall.review.FieldChanges;
import org.rollcall.review.PlanCost;
import org.rollcall.review.PlanSheet;
import org.rollcall.review.PlanSummary;

/// What a plan comes to, for a person to read: by field, by reason, and what it would take.
///
/// @param privacy how people's data appear
/// @param pairs how many pairs of values are shown of each field
record PlanSummaryView(Privacy privacy, int pairs, PlanPurpose purpose) {
  Stream<StyledLine> of(PlanSheet plan) {
    var summary = plan.summary();
    return Stream.of(
            PlanView.counts(plan, purpose),
            fields(summary.fields()),
            skipped(summary.skipped()),
            cost(plan))
        .flatMap(lines -> lines);
  }

  private Stream<StyledLine> fields(List<FieldChanges> fields) {
    var widest = fields.stream().mapToInt(each -> each.field().value().length()).max().orElse(1);
    return fields.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            heading("Fields that change:"), fields.stream().flatMap(each -> field(each, widest)));
  }

  private Stream<StyledLine> field(FieldChanges field, int widest) {
    var head =
        StyledLine.EMPTY
            .plain(("  %-" + widest + "s  ").formatted(field.field()))
            .plain(Words.count(field.contacts(), "contact"))
            .plain(Words.beside(field.filled(), "filled", "filled"))
            .red(Words.beside(field.emptied(), "emptied", "emptied"));
    return Stream.concat(Stream.of(head), values(field));
  }

  /// What names a person is different for everybody, so only the kinds of change are counted.
  private Stream<StyledLine> values(FieldChanges field) {
    if (field.isPersonal()) {
      return Stream.of();
    }
    var shown = field.frequent(privacy, pairs).stream().map(PlanSummaryView::pair);
    int others = field.contacts() - field.shown(pairs);
    return Stream.concat(
        shown, others == 0 ? Stream.empty() : Stream.of(number(others).faint("in other ways")));
  }

  private static StyledLine pair(FieldChanges.Pair pair) {
    return number(pair.contacts()).then(PlanEntryView.change(pair.change()));
  }

  private static Stream<StyledLine> skipped(List<PlanSummary.Reason> reasons) {
    return reasons.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            heading("Skipped:"),
            reasons.stream().map(each -> number(each.members()).plain(each.text())));
  }

  private static Stream<StyledLine> cost(PlanSheet plan) {
    return plan.cost().calls() == 0
        ? Stream.empty()
        : Stream.of(StyledLine.EMPTY, StyledLine.of(told(plan.cost())));
  }

  /// `Carrying it out takes about 219 calls to Intercom: 14 s at 166/10s.`
  static String told(PlanCost cost) {
    return "Carrying it out takes about %s to Intercom: %s at %s."
        .formatted(Words.count(cost.calls(), "call"), Wording.about(cost.duration()), cost.rate());
  }

  private static Stream<StyledLine> heading(String text) {
    return Stream.of(StyledLine.EMPTY, StyledLine.EMPTY.bold(text));
  }

  private static StyledLine number(int number) {
    return StyledLine.of("%8d  ".formatted(number));
  }
}
