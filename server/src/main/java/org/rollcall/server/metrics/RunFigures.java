package org.rollcall.server.metrics;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;
import org.rollcall.run.Totals;

/// What is counted of a run that has ended. It is small, whatever the report holds.
///
/// @param requests calls made
public record RunFigures(
    SyncName sync,
    Report.Status status,
    Instant started,
    Instant finished,
    Totals totals,
    Report.Requests requests) {
  /// The figures of a report.
  public static RunFigures of(Report report) {
    return new RunFigures(
        report.sync(),
        report.status(),
        report.started(),
        report.finished(),
        report.totals(),
        report.requests());
  }

  Duration duration() {
    return Duration.between(started, finished);
  }
}
