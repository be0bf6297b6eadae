package org.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.run.RunEvent;
import org.rollcall.run.ToldNotices;

/// What a log says of a run unless somebody asks for everything: it grows with what happened, not
/// with the roster. Notices of one gist are one line, progress is told now and then, and of each
/// kind of line the first few hundred are written and the rest is counted. Not for use by several
/// threads at once.
final class BriefLines implements Lines {
  private final EventLines lines;
  private final ProgressPace pace;
  private final NoticeGroups notices = new NoticeGroups();
  private final Overflow overflow = new Overflow();
  private long members;

  /// @param nanoTime as [System#nanoTime]
  BriefLines(EventLines lines, LongSupplier nanoTime) {
    this.lines = lines;
    this.pace = new ProgressPace(nanoTime);
  }

  @Override
  public List<LogLine> of(RunEvent event) {
    return switch (event) {
      case RunEvent.Noticed _ -> gathered(event, all(event));
      case RunEvent.Settled settled -> settled(settled);
      case RunEvent.Finished _ -> Stream.concat(rest().stream(), all(event).stream()).toList();
      case RunEvent _ -> Stream.concat(notices.lines().stream(), others(event).stream()).toList();
    };
  }

  @Override
  public List<LogLine> rest() {
    return Stream.of(notices.lines(), notices.repeated(), overflow.counts())
        .flatMap(List::stream)
        .toList();
  }

  private List<LogLine> others(RunEvent event) {
    return switch (event) {
      case RunEvent.Recalled(var sentences) -> {
        notices.recall(sentences);
        yield List.of();
      }
      case RunEvent.RosterCounted(var total, _) -> {
        members = total;
        yield all(event);
      }
      case RunEvent.RosterPage(_, var soFar) ->
          whenDue(pace.isDue(ProgressPace.Work.ROSTER, soFar, members) || soFar >= members, event);
      case RunEvent.WorkspacePage(var soFar, var total) ->
          whenDue(pace.isDue(ProgressPace.Work.WORKSPACE, soFar, total), event);
      case RunEvent.BulkHanded(var handed, var total) ->
          whenDue(pace.isDue(ProgressPace.Work.BULK, handed, total) || handed == total, event);
      case RunEvent.Duplicate _ -> passed("more duplicates told of", event);
      case RunEvent.GatewayRetry _ -> passed("more calls sent again", event);
      case RunEvent.RateWait _ -> passed("more waits for the rate limit", event);
      case RunEvent.BulkWait _ -> passed("more waits for Intercom's work in bulk", event);
      case RunEvent _ -> all(event);
    };
  }

  private List<LogLine> all(RunEvent event) {
    return lines.of(event);
  }

  private List<LogLine> whenDue(boolean due, RunEvent event) {
    return due ? all(event) : List.of();
  }

  private List<LogLine> passed(String kind, RunEvent event) {
    return all(event).stream().flatMap(line -> overflow.pass(kind, line).stream()).toList();
  }

  /// Keeps the notices of an event, which its first lines tell. The lines that follow them remain.
  private List<LogLine> gathered(RunEvent event, List<LogLine> told) {
    var records = ToldNotices.of(event);
    for (int at = 0; at < records.size(); at++) {
      notices.add(records.get(at), told.get(at));
    }
    return told.subList(records.size(), told.size());
  }

  /// What is told of a member, and how far the run is. The last line of progress is always told.
  private List<LogLine> settled(RunEvent.Settled event) {
    var outcome = event.outcome();
    var ending =
        gathered(event, lines.ofOutcome(outcome)).stream()
            .flatMap(line ->
                kind(outcome)
                    .map(kind -> overflow.pass(kind, line))
                    .orElse(Optional.of(line))
                    .stream());
    return Stream.concat(ending, progress(event).stream()).toList();
  }

  private List<LogLine> progress(RunEvent.Settled event) {
    var step = lines.step(event);
    return !step.isEmpty()
            && (pace.isDue(ProgressPace.Work.MEMBERS, event.done())
                || event.done() == event.total())
        ? step
        : List.of();
  }

  private static Optional<String> kind(Outcome outcome) {
    return switch (outcome.result()) {
      case Result.Created _ -> Optional.of("more members created");
      case Result.Updated _ -> Optional.of("more members updated");
      case Result.Departed _ -> Optional.of("more members have left");
      case Result.NotDone _ -> Optional.of("more members failed");
      case Result.Unchanged _, Result.Skipped _ -> Optional.empty();
    };
  }
}
