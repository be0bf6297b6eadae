package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Remedy;
import org.rollcall.apply.Result;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.plan.Gist;
import org.rollcall.run.Failure;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// What a person reads at the end of a run.
record SummaryView(Privacy privacy) {
  private static final int NAMED = 5;
  private static final int REASONS = 10;

  /// The summary, then the reasons for failures, then how the run ended unless it simply succeeded.
  /// Of a run that came to nobody there is only the ending.
  List<StyledLine> of(Report report) {
    var ending = ending(report).toList();
    if (!ending.isEmpty() && report.totals().total() == 0) {
      return ending;
    }
    var last =
        ending.isEmpty()
            ? ending.stream()
            : Stream.concat(Stream.of(StyledLine.EMPTY), ending.stream());
    return Stream.of(summary(report).map(StyledLine::of), reasons(report), news(report), last)
        .flatMap(lines -> lines)
        .toList();
  }

  /// `20145 members, 23 created, …`, for one line of a log.
  static String counted(Report report) {
    var totals = report.totals();
    var written =
        switch (report.basis()) {
          case INTERCOM -> "%d created, %d updated".formatted(totals.created(), totals.updated());
          case INDEX ->
              "%d to create, %d to update (simulated)"
                  .formatted(totals.created(), totals.updated());
          case ROSTER -> "%d to upsert (simulated)".formatted(totals.updated());
        };
    return "%s, %s, %d unchanged, %d skipped, %s resolved%s, %s failed%s"
        .formatted(
            Words.count(totals.total(), "member"),
            written,
            totals.unchanged(),
            totals.skipped(),
            Words.count(totals.duplicatesResolved(), "duplicate"),
            Words.beside(totals.leavers(), "leaver"),
            totals.failed() + ignored(report),
            Words.beside(totals.notKept(), "value that was not kept", "values that were not kept"));
  }

  private static Stream<String> summary(Report report) {
    var totals = report.totals();
    var mark = report.simulated() ? " (simulated)" : "";
    return Stream.of(
            Stream.of(
                "📊 Intercom Daily Sync Summary:",
                "⏱️  Duration: " + Words.seconds(report.duration()),
                "📈 Total Members: " + totals.total() + mark),
            written(report),
            Stream.of(
                "✅ Unchanged: " + totals.unchanged() + mark,
                "⏭️  Skipped: " + totals.skipped() + mark,
                "🔧 Duplicates Resolved: " + totals.duplicatesResolved() + mark),
            leavers(totals),
            notKept(totals),
            Stream.of("❌ Failed: " + totals.failed() + mark + ignored(report)))
        .flatMap(lines -> lines);
  }

  /// Never hidden, and counted apart.
  private static String ignored(Report report) {
    var ignored = report.news().ignored().size();
    return ignored == 0 ? "" : " (%d ignored)".formatted(ignored);
  }

  /// What is new since the last run; nothing where all of it is.
  private static Stream<StyledLine> news(Report report) {
    var news = report.news();
    if (news.anew().size() == report.totals().failed() && news.recovered().isEmpty()) {
      return Stream.empty();
    }
    var lines =
        Stream.of(
                named("Failed anew", news.anew().stream().map(Failure::member).toList()),
                named("Failed as before", news.before().stream().map(Failure::member).toList()),
                named("Ignored", news.ignored().stream().map(Failure::member).toList()),
                named("Right again", news.recovered()))
            .flatMap(line -> line)
            .toList();
    return lines.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of(StyledLine.EMPTY), lines.stream().map(StyledLine::of));
  }

  private static Stream<String> named(String heading, List<MemberId> members) {
    return members.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%s: %s (%s%s)"
                .formatted(
                    heading,
                    Words.count(members.size(), "member"),
                    members.stream()
                        .limit(NAMED)
                        .map(MemberId::value)
                        .collect(Collectors.joining(", ")),
                    members.size() > NAMED ? ", …" : ""));
  }

  /// Only where the settings say what to do about leavers.
  private static Stream<String> leavers(Totals totals) {
    return totals.leavers() == 0 ? Stream.empty() : Stream.of("👋 Leavers: " + totals.leavers());
  }

  /// Only where there are any.
  private static Stream<String> notKept(Totals totals) {
    return totals.notKept() == 0
        ? Stream.empty()
        : Stream.of("🚫 Values Not Kept: " + totals.notKept());
  }

  private static Stream<String> written(Report report) {
    var totals = report.totals();
    return switch (report.basis()) {
      case INTERCOM ->
          Stream.of(
              "✨ Created: " + totals.created(),
              "🔄 Updated: " + totals.updated() + broughtBack(report));
      case INDEX ->
          Stream.of(
              "✨ Would create: %d (simulated)".formatted(totals.created()),
              "🔄 Would update: %d (simulated)".formatted(totals.updated()));
      case ROSTER -> Stream.of("🔄 Would upsert: %d (simulated)".formatted(totals.updated()));
    };
  }

  /// Members whom the plan may have counted among those to create.
  private static String broughtBack(Report report) {
    var found =
        report.members().stream()
            .filter(member -> member.result() instanceof Result.Updated)
            .filter(member -> member.remedies().contains(Remedy.UNARCHIVE))
            .count();
    return found == 0 ? "" : " (%d of them found archived and brought back)".formatted(found);
  }

  private Stream<StyledLine> reasons(Report report) {
    var outcomes = report.members().stream().filter(SummaryView::hasReason).toList();
    var groups =
        Stream.of(
                group(outcomes, "Failed", Result.Failed.class),
                group(outcomes, "Identity clash", Result.IdentityClash.class),
                group(outcomes, "Needs a person", Result.NeedsPerson.class),
                group(outcomes, "Skipped", Result.Skipped.class))
            .flatMap(lines -> lines)
            .toList();
    return groups.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of(StyledLine.EMPTY), groups.stream());
  }

  private static boolean hasReason(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.NotDone _, Result.Skipped _ -> true;
      case Result.Created _, Result.Updated _, Result.Unchanged _, Result.Departed _ -> false;
    };
  }

  private Stream<StyledLine> group(
      List<Outcome> outcomes, String heading, Class<? extends Result> kind) {
    Map<String, List<Outcome>> byReason =
        outcomes.stream()
            .filter(outcome -> kind.isInstance(outcome.result()))
            .collect(
                Collectors.groupingBy(
                    outcome -> Gist.of(reason(outcome)), LinkedHashMap::new, Collectors.toList()));
    var lines =
        byReason.entrySet().stream()
            .limit(REASONS)
            .map(entry -> line(heading, entry.getKey(), entry.getValue()));
    return Stream.concat(lines, more(heading, byReason.size() - REASONS));
  }

  private StyledLine line(String heading, String gist, List<Outcome> outcomes) {
    return StyledLine.EMPTY
        .red(heading)
        .plain(
            ", %s: %s (%s)"
                .formatted(
                    Words.count(outcomes.size(), "member"),
                    shared(outcomes, gist),
                    members(outcomes)));
  }

  private Stream<StyledLine> more(String heading, int hidden) {
    return hidden <= 0
        ? Stream.empty()
        : Stream.of(
            StyledLine.EMPTY
                .red(heading)
                .plain(
                    ": %s; the report lists everybody."
                        .formatted(Words.count(hidden, "more reason"))));
  }

  private String reason(Outcome outcome) {
    return privacy.sentence(outcome.reason(), outcome.name());
  }

  /// The reason, where all have the same; otherwise what their reasons have in common.
  private String shared(List<Outcome> outcomes, String gist) {
    var reason = reason(outcomes.getFirst());
    return isShared(outcomes, reason) ? reason : gist;
  }

  private boolean isShared(List<Outcome> outcomes, String reason) {
    return outcomes.stream().allMatch(outcome -> reason(outcome).equals(reason));
  }

  /// A member, and what is left out of the reason that others share.
  private String member(Outcome outcome, boolean alike) {
    var left = alike ? "" : String.join(", ", Gist.left(reason(outcome)));
    return outcome.member().value() + (left.isEmpty() ? "" : ": " + left);
  }

  private String members(List<Outcome> outcomes) {
    var alike = isShared(outcomes, reason(outcomes.getFirst()));
    var named =
        outcomes.stream()
            .limit(NAMED)
            .map(outcome -> member(outcome, alike))
            .collect(Collectors.joining(alike ? ", " : "; "));
    return outcomes.size() > NAMED ? named + ", …" : named;
  }

  private Stream<StyledLine> ending(Report report) {
    return switch (report.status()) {
      case SUCCEEDED, PARTIAL -> Stream.empty();
      case FAILED ->
          Stream.of(StyledLine.EMPTY.red("The run failed. ").plain(report.reason().orElse("")));
      case REFUSED ->
          Stream.of(
              StyledLine.EMPTY.red("Nothing was written. ").plain(report.reason().orElse("")));
      case PAUSED ->
          Stream.of(StyledLine.EMPTY.yellow("Paused. ").plain(report.reason().orElse("")));
      case INTERRUPTED ->
          Stream.of(
              StyledLine.EMPTY
                  .yellow("Interrupted. ")
                  .plain(report.reason().orElseGet(() -> interrupted(report))));
    };
  }

  private static String interrupted(Report report) {
    long broken = report.members().stream().filter(SummaryView::isBroken).count();
    return broken == 0
        ? "What was in flight was finished; the next run finds the rest."
        : "%s in flight could not be finished in time, and may be written in part; the next run finds them and the rest."
            .formatted(Words.count(broken, "member"));
  }

  private static boolean isBroken(Outcome outcome) {
    return outcome.result() instanceof Result.NotDone notDone
        && notDone.cause().filter(InterruptedException.class::isInstance).isPresent();
  }
}
