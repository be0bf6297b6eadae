package org.rollcall.cli;

import java.util.List;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.cli.LogLine.Level;
import org.rollcall.model.Privacy;
import org.rollcall.model.Target;
import org.rollcall.model.Wording;
import org.rollcall.plan.NoticeText;
import org.rollcall.plan.Plan;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// What the log says about each event of one run. Not for use by several threads at once.
final class EventLines implements Lines {
  private static final int PROGRESS_STEP = 20;

  private final Privacy privacy;
  private final NoticeText notices;
  private OutcomeLines outcomes;
  private String run = "";

  EventLines(Privacy privacy) {
    this.privacy = privacy;
    this.notices = new NoticeText(privacy);
    this.outcomes = new OutcomeLines.Done(privacy);
  }

  @Override
  public List<LogLine> of(RunEvent event) {
    return ofRun(lines(event));
  }

  /// What is told of one member: a line for each notice, then how it ended.
  List<LogLine> ofOutcome(Outcome outcome) {
    return ofRun(outcomes.of(outcome));
  }

  /// How far the run is; none where that is told seldom.
  List<LogLine> step(RunEvent.Settled settled) {
    return ofRun(step(settled.done(), settled.total(), outcomes.done()));
  }

  private List<LogLine> ofRun(Stream<LogLine> lines) {
    return lines.map(line -> line.with("run", run)).toList();
  }

  private Stream<LogLine> lines(RunEvent event) {
    return switch (event) {
      case RunEvent.Started started -> Stream.of(started(started));
      case RunEvent.RosterCounted(var total, var pageSize) ->
          info("Total members to fetch: %d (fetching in pages of %d)".formatted(total, pageSize));
      case RunEvent.RosterPage(var page, var soFar) ->
          progress("Fetched page %d (%d members so far...)".formatted(page, soFar));
      case RunEvent.RosterRead(var members) ->
          info("Found %d members with email addresses".formatted(members));
      case RunEvent.RosterRetry(var what, var attempt, var attempts, var pause, var left) ->
          warn(
              "%s Trying again in %s (attempt %d of %d, for %s at most; see source.patience)."
                  .formatted(what, Words.pause(pause), attempt, attempts, Words.pause(left)));
      case RunEvent.WorkspacePage(var soFar, var total) ->
          progress("Read %d%s contacts from Intercom".formatted(soFar, ofTotal(total)));
      case RunEvent.Planned(var plan) -> Stream.of(planned(plan));
      case RunEvent.Noticed(var notice) ->
          Stream.of(
              LogLine.of(Level.WARN, notices.of(notice)).with("notice", NoticeText.kind(notice)));
      case RunEvent.Applying(var members, var changes) ->
          info(
              "Applying %s to %s"
                  .formatted(counted(changes, "change"), counted(members, "member")));
      case RunEvent.Settled(var outcome, var done, var total) ->
          Stream.concat(outcomes.of(outcome), step(done, total, outcomes.done()));
      case RunEvent.Duplicate duplicate -> Stream.of(duplicate(duplicate));
      case RunEvent.RateWait(var used, var maximum, var pause) ->
          info(
              "Rate limit reached, waiting %s... (%d of %d requests used in this window)"
                  .formatted(Words.pause(pause), used, maximum));
      case RunEvent.GatewayRetry(var what, var why, var attempt, var attempts, var pause) ->
          warn(
              "Intercom did not settle %s: %s Trying again in %s (attempt %d of %d)."
                  .formatted(what, sentence(why), Words.pause(pause), attempt, attempts));
      case RunEvent.ListedAnew(var why) ->
          info(why + " The contacts are read one page after the other instead.");
      case RunEvent.StoreFound(var place) -> info("Store: " + place);
      case RunEvent.Admitted(var target) -> Stream.of(admitted(target));
      case RunEvent.Missed(var events) ->
          warn(
              "%s left out here: this log began later than the run, or is slower."
                  .formatted(Words.count(events, "event")));
      case RunEvent.Intended _, RunEvent.Done _, RunEvent.Recalled _ -> Stream.empty();
      case RunEvent.Warned(var sentence) -> warn(privacy.sentence(sentence, ""));
      case RunEvent.BulkHanded(var handed, var total) ->
          progress("Handed %d of %d members to Intercom in bulk".formatted(handed, total));
      case RunEvent.BulkWait(var members, var pause) ->
          info(
              "Intercom is at work on %s in bulk, looking again in %s"
                  .formatted(counted(members, "member"), Words.pause(pause)));
      case RunEvent.Finished(var report) -> Stream.of(finished(report));
    };
  }

  private LogLine started(RunEvent.Started started) {
    run = started.run();
    return switch (started.basis()) {
      case INTERCOM -> LogLine.of(Level.INFO, "Run %s started".formatted(run));
      case INDEX -> simulated(true, "Intercom is not called; earlier runs say what it holds");
      case ROSTER -> simulated(false, "Intercom is not called");
    };
  }

  private static LogLine admitted(Target target) {
    return LogLine.of(Level.INFO, "Target: " + target)
        .with("roster", target.roster().value())
        .with("workspace", target.workspace().id());
  }

  private LogLine simulated(boolean informed, String how) {
    outcomes = new OutcomeLines.Simulated(privacy, informed);
    return LogLine.of(Level.INFO, "Run %s started (simulated: %s)".formatted(run, how));
  }

  private static LogLine planned(Plan plan) {
    var counts = plan.counts();
    return LogLine.of(Level.INFO, "Plan: " + PlanView.counted(counts))
        .with("create", counts.create())
        .with("update", counts.update())
        .with("unchanged", counts.unchanged())
        .with("skip", counts.skip())
        .with("archive", counts.archive())
        .with("depart", counts.depart())
        .with("revive", counts.revive())
        .with("blocked", counts.blocked());
  }

  private LogLine duplicate(RunEvent.Duplicate duplicate) {
    var fate = duplicate.archived() ? "archived" : "kept";
    var name = privacy.name(duplicate.name());
    var email = privacy.email(duplicate.email());
    return LogLine.of(
            Level.WARN,
            "Duplicate of member %s: contact %s, %s, %s, created %s: %s"
                .formatted(
                    duplicate.member(),
                    duplicate.contact(),
                    NoticeText.named(name),
                    email,
                    Wording.created(duplicate.created()),
                    fate))
        .with("member", duplicate.member())
        .with("contact", duplicate.contact())
        .with("name", name)
        .with("email", email)
        .with("created", Wording.created(duplicate.created()))
        .with("fate", fate);
  }

  private LogLine finished(Report report) {
    var totals = report.totals();
    return LogLine.of(
            level(report.status()),
            "Run %s %s in %s: %s%s"
                .formatted(
                    report.run(),
                    Words.token(report.status()),
                    Words.seconds(report.duration()),
                    SummaryView.counted(report),
                    report.reason().map(reason -> ". " + reason).orElse("")))
        .with("status", Words.token(report.status()))
        .with("total", totals.total())
        .with("created", totals.created())
        .with("updated", totals.updated())
        .with("unchanged", totals.unchanged())
        .with("skipped", totals.skipped())
        .with("failed", totals.failed())
        .with("duplicates_resolved", totals.duplicatesResolved())
        .with("leavers", totals.leavers())
        .with("not_kept", totals.notKept());
  }

  private static Level level(Report.Status status) {
    return switch (status) {
      case SUCCEEDED -> Level.PROGRESS;
      case PARTIAL, PAUSED, INTERRUPTED -> Level.INFO;
      case FAILED, REFUSED -> Level.ERROR;
    };
  }

  private static Stream<LogLine> step(int done, int total, String what) {
    return done % PROGRESS_STEP == 0 || done == total
        ? progress("Progress: %d/%d members %s".formatted(done, total, what))
        : Stream.empty();
  }

  private static String ofTotal(long total) {
    return total < 0 ? "" : " of " + total;
  }

  private static String counted(int number, String one) {
    return Words.count(number, one);
  }

  private static String sentence(String why) {
    return why.endsWith(".") ? why : why + ".";
  }

  private static Stream<LogLine> progress(String text) {
    return Stream.of(LogLine.of(Level.PROGRESS, text));
  }

  private static Stream<LogLine> info(String text) {
    return Stream.of(LogLine.of(Level.INFO, text));
  }

  private static Stream<LogLine> warn(String text) {
    return Stream.of(LogLine.of(Level.WARN, text));
  }
}
