package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.review.RunSheet;
import org.rollcall.review.RunSummary;
import org.rollcall.run.Report;

/// How a run ended, as Markdown: the counts, why members failed or were skipped, and what changed,
/// field by field.
///
/// @param privacy how people's data appear
record RunMarkdown(Privacy privacy) {
  private static final int NAMED = 10;

  Stream<String> of(Report report) {
    var summary = RunSheet.of(report).summary();
    return Stream.of(
            head(report),
            causes("Failed", summary.failed()),
            causes("Skipped", summary.skipped()),
            new FieldsMarkdown(privacy, Listing.USUAL.pairs()).of(summary.fields()))
        .flatMap(lines -> lines);
  }

  private Stream<String> head(Report report) {
    var reason =
        report.reason().map(each -> Stream.of("", Markdown.text(privacy.sentence(each, ""))));
    return Stream.concat(
        Stream.of(
            "### Sync %s: %s"
                .formatted(Markdown.text(report.sync().value()), Words.token(report.status())),
            "",
            "**%s.** Run %s took %s."
                .formatted(
                    Markdown.text(SummaryView.counted(report)),
                    Markdown.text(report.run()),
                    Words.seconds(report.duration()))),
        reason.orElseGet(Stream::of));
  }

  private Stream<String> causes(String what, List<RunSummary.Cause> causes) {
    return Markdown.table(
        List.of(what, "Members", "Who"),
        1,
        causes.stream()
            .map(cause ->
                List.of(
                    Markdown.text(
                        privacy.sentence(cause.text(), "")
                            + cause.advice().map(advice -> " " + advice).orElse("")),
                    String.valueOf(cause.members().size()),
                    Markdown.text(who(cause.members())))));
  }

  /// `10001, 10002, …`.
  static String who(List<MemberId> members) {
    var named =
        members.stream().limit(NAMED).map(MemberId::value).collect(Collectors.joining(", "));
    return members.size() > NAMED ? named + ", …" : named;
  }
}
