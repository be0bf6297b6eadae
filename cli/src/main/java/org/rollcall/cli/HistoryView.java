package org.rollcall.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.apply.Remedy;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Target;
import org.rollcall.plan.Difference;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.RunSheet;
import org.rollcall.review.RunSummary;
import org.rollcall.review.SettledAs;
import org.rollcall.review.ToldRun;
import org.rollcall.run.Totals;

/// Earlier runs, for a person to read.
///
/// @param isNarrowed whether only some runs or members were asked for
record HistoryView(Privacy privacy, boolean isNarrowed) {
  private static final int NAMED = 10;

  /// One line for each run, and who has failed in several of them.
  List<StyledLine> of(List<JournaledRun> runs, List<Failing> failing) {
    if (runs.isEmpty()) {
      return List.of(none());
    }
    var lines = new ArrayList<StyledLine>();
    lines.add(heading());
    runs.forEach(run -> lines.add(line(run)));
    if (!failing.isEmpty()) {
      lines.add(StyledLine.EMPTY);
      lines.add(StyledLine.EMPTY.bold("Failing for several runs:"));
      failing.stream().limit(NAMED).forEach(each -> lines.add(failing(each)));
    }
    return lines;
  }

  /// What became of one member in each of these runs.
  List<StyledLine> ofMember(List<ToldRun> runs) {
    if (runs.isEmpty()) {
      return List.of(none());
    }
    var lines = new ArrayList<StyledLine>();
    for (var each : runs) {
      var run = each.run();
      lines.add(
          StyledLine.EMPTY
              .bold("Run " + run.run())
              .plain(", %s, started %s, sync %s, ".formatted(run.command(), time(run), run.sync()))
              .then(status(run)));
      each.changes().forEach(change -> lines.addAll(change(change)));
    }
    return lines;
  }

  private StyledLine none() {
    return StyledLine.of(
        isNarrowed
            ? "No remembered run is of that kind. 'rollcall history' lists the latest."
            : "No run is remembered yet. 'rollcall sync' makes the first.");
  }

  private static StyledLine heading() {
    return StyledLine.EMPTY.bold(
        "%-22s %-5s %-12s %-12s %-20s %9s %8s %8s %10s %8s %8s %7s  %s"
            .formatted(
                "run",
                "what",
                "sync",
                "workspace",
                "started (UTC)",
                "duration",
                "created",
                "updated",
                "unchanged",
                "skipped",
                "leavers",
                "failed",
                "how it ended"));
  }

  private static String time(JournaledRun run) {
    return run.started().toString().substring(0, 19).replace('T', ' ');
  }

  /// One run in full.
  List<StyledLine> of(JournaledRun run, List<JournaledChange> changes) {
    var lines = new ArrayList<StyledLine>();
    lines.add(StyledLine.EMPTY.bold("Run " + run.run()).faint("  settings " + run.settings()));
    lines.add(
        StyledLine.of("%s, started %s, %s, ".formatted(run.command(), run.started(), duration(run)))
            .then(status(run)));
    lines.add(
        StyledLine.of(
            "Sync %s: %s"
                .formatted(
                    run.sync(),
                    run.target().map(Target::toString).orElse("the workspace is not known"))));
    run.starter()
        .ifPresent(starter ->
            lines.add(
                StyledLine.of(
                    "Started by %s, through %s"
                        .formatted(starter.who(), starter.trigger().words()))));
    run.reason().ifPresent(reason -> lines.add(StyledLine.of(privacy.sentence(reason, ""))));
    run.plan()
        .ifPresent(counts -> lines.add(StyledLine.of("Planned: " + PlanView.counted(counts))));
    run.totals()
        .ifPresent(totals -> lines.add(StyledLine.of("Done:    " + counted(totals, run.calls()))));
    causes(run, changes, lines);
    lines.add(StyledLine.EMPTY);
    changes.forEach(change -> lines.addAll(change(change)));
    if (changes.isEmpty()) {
      lines.add(
          StyledLine.of(
              "The run changed %s, or its changes were deleted since (store.keep)."
                  .formatted(isNarrowed ? "nobody who was asked for" : "nobody")));
    }
    return lines;
  }

  private StyledLine line(JournaledRun run) {
    var totals = run.totals().orElse(Totals.NONE);
    return StyledLine.of(
            "%-22s %-5s %-12s %-12s %-20s %9s %8d %8d %10d %8d %8d %7d  "
                .formatted(
                    run.run(),
                    run.command(),
                    run.sync(),
                    workspace(run),
                    time(run),
                    duration(run),
                    totals.created(),
                    totals.updated(),
                    totals.unchanged(),
                    totals.skipped(),
                    totals.leavers(),
                    totals.failed()))
        .then(status(run));
  }

  private static String workspace(JournaledRun run) {
    return run.target().map(target -> target.workspace().id()).orElse("unknown");
  }

  private StyledLine failing(Failing each) {
    return StyledLine.of(
        "  %s, %d runs in a row: %s"
            .formatted(each.member(), each.nights(), privacy.sentence(each.reason(), "")));
  }

  private static String counted(Totals totals, int calls) {
    return "%d created, %d updated, %d unchanged, %d skipped, %s resolved%s, %d failed%s, %s"
        .formatted(
            totals.created(),
            totals.updated(),
            totals.unchanged(),
            totals.skipped(),
            Words.count(totals.duplicatesResolved(), "duplicate"),
            Words.beside(totals.leavers(), "leaver"),
            totals.failed(),
            Words.beside(totals.notKept(), "value that was not kept", "values that were not kept"),
            Words.count(calls, "call"));
  }

  private static StyledLine status(JournaledRun run) {
    if (run.status().isEmpty()) {
      return switch (run.unended()) {
        case RUNNING -> StyledLine.EMPTY.green("still running");
        case CRASHED -> StyledLine.EMPTY.red("crashed");
        case UNKNOWN -> StyledLine.EMPTY.red("crashed, or still running");
      };
    }
    var ending = run.status().get();
    return ending == EndedAs.SUCCEEDED
        ? StyledLine.EMPTY.green(ending.word())
        : StyledLine.EMPTY.yellow(ending.word());
  }

  private static String duration(JournaledRun run) {
    return run.finished()
        .map(finished -> Words.seconds(Duration.between(run.started(), finished)))
        .orElse("?");
  }

  private void causes(JournaledRun run, List<JournaledChange> changes, List<StyledLine> lines) {
    var causes = RunSheet.of(run, changes).summary().failed();
    if (!causes.isEmpty()) {
      lines.add(StyledLine.EMPTY);
      lines.add(StyledLine.EMPTY.bold("Why members failed:"));
      for (var cause : causes) {
        lines.add(StyledLine.of(cause(cause)));
        cause.advice().ifPresent(advice -> lines.add(StyledLine.of("    " + advice)));
      }
    }
  }

  private String cause(RunSummary.Cause cause) {
    return "  %s: %s (%s)"
        .formatted(
            Words.count(cause.members().size(), "member"),
            privacy.sentence(cause.text(), ""),
            cause.members().stream()
                .limit(NAMED)
                .map(MemberId::value)
                .collect(Collectors.joining(", ")));
  }

  private List<StyledLine> change(JournaledChange change) {
    return changed(change).stream().map(StyledLine::of).toList();
  }

  private List<String> changed(JournaledChange change) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %s%s%s"
            .formatted(
                change.member(),
                change
                    .outcome()
                    .map(SettledAs::word)
                    .orElse(change.kind().word() + ", no end recorded"),
                change.contact().map(id -> "  contact " + id).orElse(""),
                change.requestId().isEmpty() ? "" : "  request " + change.requestId()));
    change.reason().ifPresent(reason -> lines.add("    " + privacy.sentence(reason, "")));
    Difference.as(privacy, change.fields())
        .forEach(each ->
            lines.add(
                "    %s  %s → %s"
                    .formatted(each.field(), shown(each.before()), shown(each.after()))));
    change.archived().forEach(id -> lines.add("    older contact " + id + " put away"));
    if (!change.remedies().isEmpty()) {
      lines.add("    on the way: " + words(change.remedies()));
    }
    return lines;
  }

  private static String words(List<Remedy> remedies) {
    return remedies.stream().map(Words::of).collect(Collectors.joining(", "));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(empty)" : text;
  }
}
