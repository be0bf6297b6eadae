package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
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
            new FieldsMarkdown(privacy, listing.pairs()).of(summary.fields()),
            skipped(summary.skipped()),
            new PlanMembersMarkdown(privacy, listing.members()).of(plan.entries()),
            notices(plan))
        .flatMap(lines -> lines);
  }

  private Stream<String> head(PlanSheet plan) {
    var counts = plan.counts();
    var sentence = "%s.".formatted(PlanView.counted(plan));
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

  private static Stream<String> skipped(List<PlanSummary.Reason> reasons) {
    return Markdown.table(
        List.of("Skipped", "Members"),
        1,
        reasons.stream()
            .map(each -> List.of(Markdown.text(each.text()), String.valueOf(each.members()))));
  }

  private Stream<String> notices(PlanSheet plan) {
    var notices = plan.notices();
    return notices.isEmpty()
        ? Stream.of()
        : Markdown.folded(
            Words.count(notices.size(), "notice"),
            notices.stream()
                .limit(listing.members())
                .map(notice -> "- " + Markdown.text(notice.text(privacy))));
  }
}
