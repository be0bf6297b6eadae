package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Counts;
import org.rollcall.review.PlanEntry;
import org.rollcall.review.PlanNotice;
import org.rollcall.review.PlanSheet;

/// The changes and the notices of a plan, for a person to read.
///
/// @param privacy how people's data appear
/// @param listed how many members are shown at most
record PlanView(Privacy privacy, int listed) {
  Stream<StyledLine> of(PlanSheet plan) {
    var entries = entries(plan.entries());
    var notices = notices(plan.notices());
    return Stream.of(entries, between(plan), notices).flatMap(lines -> lines);
  }

  private static Stream<StyledLine> between(PlanSheet plan) {
    return plan.entries().isEmpty() || plan.notices().isEmpty()
        ? Stream.empty()
        : Stream.of(StyledLine.EMPTY);
  }

  private Stream<StyledLine> entries(List<PlanEntry> entries) {
    var view = new PlanEntryView(privacy);
    return Stream.concat(
        entries.stream().limit(listed).flatMap(view::of), more(entries.size() - listed));
  }

  private static Stream<StyledLine> more(int hidden) {
    return hidden <= 0
        ? Stream.empty()
        : Stream.of(
            StyledLine.EMPTY.faint(
                "… and %s. --all lists them, --json has them for a program."
                    .formatted(Words.count(hidden, "more member"))));
  }

  private Stream<StyledLine> notices(List<PlanNotice> notices) {
    return notices.isEmpty()
        ? Stream.empty()
        : Stream.of(
                Stream.of(StyledLine.EMPTY.bold("Notices:")),
                notices.stream()
                    .limit(listed)
                    .map(notice -> StyledLine.of("  " + notice.text(privacy))),
                more(notices.size() - listed, "notice"))
            .flatMap(part -> part);
  }

  private static Stream<StyledLine> more(int hidden, String what) {
    return hidden <= 0
        ? Stream.empty()
        : Stream.of(
            StyledLine.EMPTY.faint("  … and %s.".formatted(Words.count(hidden, "more " + what))));
  }

  /// `Plan for 20145 members: 23 to create, …`, and a sentence where there is nothing to do.
  static Stream<StyledLine> counts(PlanSheet plan, PlanPurpose purpose) {
    return counts(plan.counts(), counted(plan), purpose);
  }

  /// The same for a plan of which no more is known.
  static Stream<StyledLine> counts(Counts counts, PlanPurpose purpose) {
    return counts(counts, counted(counts), purpose);
  }

  private static Stream<StyledLine> counts(Counts counts, String counted, PlanPurpose purpose) {
    var line = "Plan for %s: %s.".formatted(Words.count(counts.total(), "member"), counted);
    return counts.isEmpty() && !purpose.ifEmpty().isEmpty()
        ? Stream.of(StyledLine.of(line), StyledLine.EMPTY.green(purpose.ifEmpty()))
        : Stream.of(StyledLine.EMPTY.bold(line));
  }

  /// `23 to create, 109 to update, …, 3 orphans`.
  static String counted(PlanSheet plan) {
    return counted(plan.counts()) + Words.beside(plan.orphans(), "orphan");
  }

  /// `23 to create, 109 to update, …`.
  static String counted(Counts counts) {
    var leavers =
        counts.depart() == 0
            ? ""
            : ", " + Words.count(counts.depart(), "leaver") + " to show as such";
    return "%d to create, %d to update%s%s, %s to archive, %d skipped, %d unchanged%s"
        .formatted(
            counts.create(),
            counts.update(),
            Words.beside(counts.revive(), "to bring back", "to bring back"),
            Words.beside(counts.blocked(), "blocked", "blocked"),
            Words.count(counts.archive(), "contact"),
            counts.skip(),
            counts.unchanged(),
            leavers);
  }
}
