package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Difference;
import org.rollcall.review.FieldChanges;
import org.rollcall.review.PlanSheet;
import org.rollcall.review.PlanSummary;
import org.rollcall.run.MappingWords;
import org.rollcall.run.PlanReview;

/// A plan as Markdown, for an agenda or a pull request: what it comes to, open, and its members and
/// notices, folded away.
///
/// @param privacy how people's data appear
record PlanMarkdown(Privacy privacy, Listing listing, PlanPurpose purpose) {
  Stream<String> of(PlanSheet plan) {
    var summary = plan.summary();
    return Stream.of(
            head(plan),
            review(plan.review()),
            fields(summary.fields()),
            skipped(summary.skipped()),
            new PlanMembersMarkdown(privacy, listing.members()).of(plan.entries()),
            notices(plan))
        .flatMap(lines -> lines);
  }

  private Stream<String> head(PlanSheet plan) {
    var counts = plan.counts();
    var sentence = "%s.".formatted(PlanView.counted(counts));
    var cost = plan.isEmpty() ? purpose.ifEmpty() : PlanSummaryView.told(plan.cost());
    return Stream.of(
        "### Plan for " + Words.count(counts.total(), "member"),
        "",
        "**%s** %s".formatted(Markdown.text(sentence), Markdown.text(cost)));
  }

  private Stream<String> review(PlanReview review) {
    return review
        .refusal()
        .map(refusal ->
            Stream.of(
                    Stream.of("", "**`%s` would refuse this plan.**".formatted(purpose.command())),
                    Stream.of(""),
                    refusal.objections().stream().map(each -> "- " + Markdown.text(each)),
                    Stream.of("", Markdown.text(refusal.advice())))
                .flatMap(lines -> lines))
        .orElseGet(() ->
            review.mapping().isEmpty()
                ? Stream.of()
                : Stream.of("", Markdown.text(MappingWords.of(review.mapping()))));
  }

  private Stream<String> fields(List<FieldChanges> fields) {
    return table(
        List.of("Field", "Contacts", "Filled", "Emptied", "Most frequent"),
        3,
        fields.stream().map(this::field));
  }

  private List<String> field(FieldChanges field) {
    return List.of(
        Markdown.value(field.field().value()),
        String.valueOf(field.contacts()),
        String.valueOf(field.filled()),
        String.valueOf(field.emptied()),
        pairs(field));
  }

  private String pairs(FieldChanges field) {
    return field.isPersonal()
        ? ""
        : field.pairs().stream()
            .limit(listing.pairs())
            .map(pair -> change(pair) + " " + pair.contacts())
            .collect(Collectors.joining(", "));
  }

  private String change(FieldChanges.Pair pair) {
    var change = Difference.as(privacy, List.of(pair.change())).getFirst();
    return Markdown.value(change.before()) + " → " + Markdown.value(change.after());
  }

  private static Stream<String> skipped(List<PlanSummary.Reason> reasons) {
    return table(
        List.of("Skipped", "Members"),
        1,
        reasons.stream()
            .map(each -> List.of(Markdown.text(each.text()), String.valueOf(each.members()))));
  }

  private Stream<String> notices(PlanSheet plan) {
    var notices = plan.notices();
    return notices.isEmpty()
        ? Stream.of()
        : folded(
            Words.count(notices.size(), "notice"),
            notices.stream()
                .limit(listing.members())
                .map(notice -> "- " + Markdown.text(notice.text(privacy))));
  }

  /// A table; nothing where it would have no rows.
  private static Stream<String> table(List<String> names, int numbers, Stream<List<String>> rows) {
    var lines = rows.map(Markdown::row).toList();
    return lines.isEmpty()
        ? Stream.of()
        : Stream.of(Stream.of(""), Markdown.head(names, numbers).stream(), lines.stream())
            .flatMap(each -> each);
  }

  static Stream<String> folded(String title, Stream<String> lines) {
    return Stream.of(
            Stream.of("", "<details><summary>%s</summary>".formatted(title), ""),
            lines,
            Stream.of("", "</details>"))
        .flatMap(each -> each);
  }
}
