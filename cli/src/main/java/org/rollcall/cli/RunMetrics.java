package org.rollcall.cli;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.run.Report;

/// The figures of one run, as Prometheus names them: base units, and gauges, since each run has its
/// own. Every figure carries the name of its sync.
final class RunMetrics {
  private final Labels sync;
  private final List<MetricSnapshot> gauges = new ArrayList<>();

  private RunMetrics(Report report) {
    this.sync = Labels.of("sync", report.sync().value());
  }

  /// @param lastSuccess when the last run ended that succeeded; empty where none is known
  static MetricSnapshots of(Report report, Optional<Instant> lastSuccess) {
    var metrics = new RunMetrics(report);
    metrics.times(report, lastSuccess);
    metrics.endings(report);
    metrics.members(report);
    metrics.requests(report);
    return new MetricSnapshots(metrics.gauges);
  }

  private void times(Report report, Optional<Instant> lastSuccess) {
    gauge(
        "rollcall_run_start_timestamp_seconds",
        "When the last run started.",
        seconds(report.started()));
    gauge(
        "rollcall_run_end_timestamp_seconds",
        "When the last run ended.",
        seconds(report.finished()));
    gauge(
        "rollcall_run_duration_seconds",
        "How long the last run took.",
        report.duration().toMillis() / 1e3);
    lastSuccess.ifPresent(time ->
        gauge(
            "rollcall_run_last_success_timestamp_seconds",
            "When the last run ended in which nobody failed.",
            seconds(time)));
  }

  private void endings(Report report) {
    add(
        "rollcall_run_status",
        "How the last run ended: 1 for the one that it was.",
        Stream.of(Report.Status.values())
            .map(
                status -> point("status", Words.token(status), status == report.status() ? 1 : 0)));
  }

  private void members(Report report) {
    var totals = report.totals();
    add(
        "rollcall_run_members",
        "Members of the last run, by what became of them.",
        Stream.of(
            point("outcome", "created", totals.created()),
            point("outcome", "updated", totals.updated()),
            point("outcome", "unchanged", totals.unchanged()),
            point("outcome", "skipped", totals.skipped()),
            point("outcome", "failed", totals.failed())));
    gauge(
        "rollcall_run_duplicates_resolved",
        "Older contacts that the last run put away.",
        totals.duplicatesResolved());
    gauge(
        "rollcall_run_leavers",
        "Contacts that the last run made show that somebody has left.",
        totals.leavers());
    gauge(
        "rollcall_run_values_not_kept",
        "Values that Intercom did not keep as the last run sent them.",
        totals.notKept());
  }

  private void requests(Report report) {
    add(
        "rollcall_run_requests",
        "Requests of the last run, by whom they went to.",
        Stream.of(
            point("to", "intercom", report.requests().intercom()),
            point("to", "roster", report.requests().source())));
  }

  private void gauge(String name, String help, double value) {
    add(name, help, Stream.of(new GaugeDataPointSnapshot(value, sync, null)));
  }

  private void add(String name, String help, Stream<GaugeDataPointSnapshot> points) {
    var gauge = GaugeSnapshot.builder().name(name).help(help);
    points.forEach(gauge::dataPoint);
    gauges.add(gauge.build());
  }

  private GaugeDataPointSnapshot point(String label, String value, double number) {
    return new GaugeDataPointSnapshot(number, sync.add(label, value), null);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }
}
