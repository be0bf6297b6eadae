package org.rollcall.server.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rollcall.app.StoreFigures;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;

/// What is read from the store whenever somebody asks: with several processes, the last run may
/// have been another one's. A store that does not answer is told by a figure of its own.
///
/// @param read asks the store; throws [RunStopped] when it does not answer
/// @param secondsLate how long the longest overdue look at a schedule has been due
/// @param runs the last runs of this process
/// @param now the time of day
record StoreGauges(
    Supplier<StoreFigures> read,
    LongSupplier secondsLate,
    Supplier<Collection<RunFigures>> runs,
    Supplier<Instant> now)
    implements MultiCollector {
  @Override
  public MetricSnapshots collect() {
    var figures = figures();
    var successes = new HashMap<SyncName, Instant>();
    figures.ifPresent(there -> successes.putAll(there.lastSuccesses()));
    var gauges = new ArrayList<MetricSnapshot>();
    RunMetrics.of(runs.get(), successes).forEach(gauges::add);
    gauges.add(
        gauge(
            "rollcall_store_up",
            "1 if the store answered while these figures were read, else 0.",
            figures.isPresent() ? 1 : 0));
    figures.ifPresent(there -> gauges.addAll(of(there)));
    return new MetricSnapshots(gauges);
  }

  private Optional<StoreFigures> figures() {
    try {
      return Optional.of(read.get());
    } catch (RunStopped _) {
      return Optional.empty();
    }
  }

  private List<MetricSnapshot> of(StoreFigures figures) {
    var leases =
        GaugeSnapshot.builder()
            .name("rollcall_lease_remaining_seconds")
            .help(
                "How long the lease of a workspace still holds that a run has, if nobody renews it.");
    figures.leases().forEach((workspace, left) -> point(leases, "workspace", workspace, left));
    return List.of(
        ages(
            "rollcall_run_last_success_age_seconds",
            "How long ago the last run ended in which nobody failed.",
            figures.lastSuccesses()),
        ages(
            "rollcall_run_last_completion_age_seconds",
            "How long ago the last run ended that went through all members, whoever failed.",
            figures.lastCompletions()),
        leases.build(),
        gauge(
            "rollcall_schedule_late_seconds",
            "How long the longest overdue look at a schedule has been due.",
            (double) secondsLate.getAsLong()),
        gauge(
            "rollcall_store_latency_seconds",
            "How long the store took to answer while these figures were read.",
            figures.took().toNanos() / 1e9));
  }

  private MetricSnapshot ages(String name, String help, Map<SyncName, Instant> ends) {
    var ages = GaugeSnapshot.builder().name(name).help(help);
    ends.forEach(
        (sync, time) -> point(ages, "sync", sync.value(), Duration.between(time, now.get())));
    return ages.build();
  }

  private static void point(
      GaugeSnapshot.Builder gauge, String label, String name, Duration value) {
    gauge.dataPoint(
        GaugeSnapshot.GaugeDataPointSnapshot.builder()
            .value(value.toMillis() / 1e3)
            .labels(Labels.of(label, name))
            .build());
  }

  private static MetricSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }
}
