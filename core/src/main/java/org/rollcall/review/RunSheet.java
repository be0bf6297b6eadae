package org.rollcall.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.ComputedList;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// A run as somebody reads it afterwards, whether it has just ended or is remembered.
///
/// @param run its id
/// @param target which roster went into which workspace; empty where it did not come to that
/// @param finished empty where it never said that it ended
/// @param ending how it ended; empty likewise
/// @param reason why it failed or was refused; empty where it did neither
/// @param isSimulated whether Intercom was not called, so that nothing was done
/// @param totals how many members ended how; empty where it never said
/// @param calls calls to Intercom
/// @param entries everybody who was not unchanged; each may be made again on each access
public record RunSheet(
    String run,
    SyncName sync,
    Optional<Target> target,
    Instant started,
    Optional<Instant> finished,
    Optional<EndedAs> ending,
    Optional<String> reason,
    boolean isSimulated,
    Optional<Totals> totals,
    int calls,
    List<RunEntry> entries) {
  public RunSheet {
    entries = ComputedList.keep(entries);
  }

  /// A run that has just ended.
  public static RunSheet of(Report report) {
    var members = report.members();
    return new RunSheet(
        report.run(),
        report.sync(),
        report.target(),
        report.started(),
        Optional.of(report.finished()),
        Optional.of(EndedAs.of(report.status())),
        report.reason(),
        report.simulated(),
        Optional.of(report.totals()),
        report.requests().intercom(),
        new ComputedList<>(members.size(), at -> RunEntry.of(members.get(at))));
  }

  /// A run that is remembered.
  ///
  /// @param changes everybody whom it was about, or those that are asked for
  public static RunSheet of(JournaledRun run, List<JournaledChange> changes) {
    return new RunSheet(
        run.run(),
        run.sync(),
        run.target(),
        run.started(),
        run.finished(),
        run.status(),
        run.reason(),
        false,
        run.totals(),
        run.calls(),
        changes.stream().map(RunEntry::of).toList());
  }

  /// From start to finish; empty where it never said that it ended.
  public Optional<Duration> duration() {
    return finished.map(end -> Duration.between(started, end));
  }

  /// What was written, summed up by field, and why nothing was done, by reason.
  public RunSummary summary() {
    return RunSummary.of(entries);
  }
}
