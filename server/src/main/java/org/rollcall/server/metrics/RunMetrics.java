package org.rollcall.server.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;

/// The figures of the last run of each sync, as Prometheus names them: base units, and gauges,
/// since each run has its own. Every figure carries the name of its sync.
public final class RunMetrics {
  private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

  private RunMetrics() {}

  /// @param runs the last run of each sync
  /// @param lastSuccess when the last run of a sync ended that succeeded; without those of which
  ///   none is known
  public static MetricSnapshots of(
      Collection<RunFigures> runs, Map<SyncName, Instant> lastSuccess) {
    var metrics = new RunMetrics();
    runs.forEach(metrics::add);
    lastSuccess.forEach((sync, time) ->
        metrics.gauge(
            "rollcall_run_last_success_timestamp_seconds",
            "When the last run ended in which nobody failed.",
            of(sync),
            seconds(time)));
    return new MetricSnapshots(
        metrics.gauges.values().stream()
            .<MetricSnapshot>map(GaugeSnapshot.Builder::build)
            .toList());
  }

  private void add(RunFigures run) {
    times(run);
    endings(run);
    members(run);
    requests(run);
  }

  private void times(RunFigures run) {
    var sync = of(run.sync());
    gauge(
        "rollcall_run_start_timestamp_seconds",
        "When the last run started.",
        sync,
        seconds(run.started()));
    gauge(
        "rollcall_run_end_timestamp_seconds",
        "When the last run ended.",
        sync,
        seconds(run.finished()));
    gauge(
        "rollcall_run_duration_seconds",
        "How long the last run took.",
        sync,
        run.duration().toMillis() / 1e3);
  }

  private void endings(RunFigures run) {
    for (var status : Report.Status.values()) {
      gauge(
          "rollcall_run_status",
          "How the last run ended: 1 for the one that it was.",
          of(run.sync()).add("status", word(status)),
          status == run.status() ? 1 : 0);
    }
  }

  private void members(RunFigures run) {
    var sync = of(run.sync());
    var totals = run.totals();
    Outcomes.of(totals)
        .forEach((outcome, count) ->
            gauge(
                "rollcall_run_members",
                "Members of the last run, by what became of them.",
                sync.add("outcome", outcome),
                count));
    gauge(
        "rollcall_run_duplicates_resolved",
        "Older contacts that the last run put away.",
        sync,
        totals.duplicatesResolved());
    gauge(
        "rollcall_run_leavers",
        "Contacts that the last run made show that somebody has left.",
        sync,
        totals.leavers());
    gauge(
        "rollcall_run_values_not_kept",
        "Values that Intercom did not keep as the last run sent them.",
        sync,
        totals.notKept());
  }

  private void requests(RunFigures run) {
    var help = "Requests of the last run, by whom they went to.";
    var sync = of(run.sync());
    gauge("rollcall_run_requests", help, sync.add("to", "intercom"), run.requests().intercom());
    gauge("rollcall_run_requests", help, sync.add("to", "roster"), run.requests().source());
  }

  private void gauge(String name, String help, Labels labels, double value) {
    gauges
        .computeIfAbsent(name, _ -> GaugeSnapshot.builder().name(name).help(help))
        .dataPoint(new GaugeDataPointSnapshot(value, labels, null));
  }

  private static Labels of(SyncName sync) {
    return Labels.of("sync", sync.value());
  }

  static String word(Report.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }
}
