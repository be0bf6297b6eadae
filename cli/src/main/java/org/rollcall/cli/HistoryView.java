package org.rollcall.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.apply.Remedy;
import org.rollcall.model.Privacy;
import org.rollcall.model.Target;
import org.rollcall.plan.Difference;
import org.rollcall.review.EndedAs;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.JournaledRun;
import org.rollcall.review.SettledAs;
import org.rollcall.run.Totals;

/// Earlier runs, for a person to read.
record HistoryView(Paint paint, Privacy privacy) {
  private static final int NAMED = 10;

  /// One line for each run, and who has failed in several of them.
  List<String> of(List<JournaledRun> runs, List<Failing> failing) {
    if (runs.isEmpty()) {
      return List.of("No run is remembered yet. 'rollcall sync' makes the first.");
    }
    var lines = new ArrayList<String>();
    lines.add(
        paint.bold(
            "%-22s %-5s %-12s %-12s %-20s %9s %8s %8s %10s %8s %7s  %s"
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
                    "failed",
                    "how it ended")));
    runs.forEach(run -> lines.add(line(run)));
    if (!failing.isEmpty()) {
      lines.add("");
      lines.add(paint.bold("Failing for several runs:"));
      failing.stream().limit(NAMED).forEach(each -> lines.add(failing(each)));
    }
    return lines;
  }

  /// One run in full.
  List<String> of(JournaledRun run, List<JournaledChange> changes) {
    var lines = new ArrayList<String>();
    lines.add(paint.bold("Run " + run.run()) + paint.faint("  settings " + run.settings()));
    lines.add(
        "%s, started %s, %s%s".formatted(run.command(), run.started(), duration(run), ended(run)));
    lines.add(
        "Sync %s: %s"
            .formatted(
                run.sync(),
                run.target().map(Target::toString).orElse("the workspace is not known")));
    run.reason().ifPresent(reason -> lines.add(privacy.sentence(reason, "")));
    run.plan().ifPresent(counts -> lines.add("Planned: " + PlanView.counted(counts)));
    run.totals().ifPresent(totals -> lines.add("Done:    " + counted(totals, run.calls())));
    causes(changes, lines);
    lines.add("");
    changes.forEach(change -> lines.addAll(change(change)));
    if (changes.isEmpty()) {
      lines.add("The run changed nobody, or its changes were deleted since (store.keep).");
    }
    return lines;
  }

  private String line(JournaledRun run) {
    var totals = run.totals().orElse(Totals.NONE);
    return "%-22s %-5s %-12s %-12s %-20s %9s %8d %8d %10d %8d %7d  %s"
        .formatted(
            run.run(),
            run.command(),
            run.sync(),
            workspace(run),
            run.started().toString().substring(0, 19).replace('T', ' '),
            duration(run),
            totals.created(),
            totals.updated(),
            totals.unchanged(),
            totals.skipped(),
            totals.failed(),
            status(run));
  }

  private static String workspace(JournaledRun run) {
    return run.target().map(target -> target.workspace().id()).orElse("unknown");
  }

  private String failing(Failing each) {
    return "  %s, %d runs in a row: %s"
        .formatted(each.member(), each.nights(), privacy.sentence(each.reason(), ""));
  }

  private static String counted(Totals totals, int calls) {
    return "%d created, %d updated, %d unchanged, %d skipped, %s resolved, %d failed, %s"
        .formatted(
            totals.created(),
            totals.updated(),
            totals.unchanged(),
            totals.skipped(),
            Words.count(totals.duplicatesResolved(), "duplicate"),
            totals.failed(),
            Words.count(calls, "call"));
  }

  private String ended(JournaledRun run) {
    return ", " + status(run);
  }

  private String status(JournaledRun run) {
    if (run.status().isEmpty()) {
      return paint.red("crashed, or still running");
    }
    var ending = run.status().get();
    return ending == EndedAs.SUCCEEDED ? paint.green(ending.word()) : paint.yellow(ending.word());
  }

  private static String duration(JournaledRun run) {
    return run.finished()
        .map(finished -> Words.seconds(Duration.between(run.started(), finished)))
        .orElse("?");
  }

  private void causes(List<JournaledChange> changes, List<String> lines) {
    Map<String, List<JournaledChange>> byCause =
        changes.stream()
            .filter(change -> change.endedAs(SettledAs.FAILED))
            .collect(
                Collectors.groupingBy(
                    change -> Cause.of(change.reason().orElse("")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (!byCause.isEmpty()) {
      lines.add("");
      lines.add(paint.bold("Why members failed:"));
      byCause.forEach((cause, failed) ->
          lines.add(
              "  %s: %s (%s)"
                  .formatted(
                      Words.count(failed.size(), "member"),
                      privacy.sentence(cause, ""),
                      failed.stream()
                          .limit(NAMED)
                          .map(change -> change.member().value())
                          .collect(Collectors.joining(", ")))));
    }
  }

  private List<String> change(JournaledChange change) {
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
      lines.add("    by way of " + words(change.remedies()));
    }
    return lines;
  }

  private static String words(List<Remedy> remedies) {
    return remedies.stream().map(Remedy::word).collect(Collectors.joining(", "));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(empty)" : text;
  }
}
