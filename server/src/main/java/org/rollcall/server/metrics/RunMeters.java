package org.rollcall.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.app.RunHandle;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// Counts what runs tell, and keeps the figures of the last run of each sync. For many threads.
final class RunMeters {
  private final MeterRegistry registry;
  private final Map<SyncName, RunFigures> last = new ConcurrentHashMap<>();

  RunMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /// The figures of the last run of each sync that ended in this process.
  Collection<RunFigures> last() {
    return List.copyOf(last.values());
  }

  /// Counts a run, from its beginning until its end.
  void began(RunHandle run) {
    var _ = run.events().follow(0, event -> heard(event.sync(), event.event()));
    Thread.ofVirtual().name("figures of " + run.id()).start(() -> awaitEnd(run));
  }

  /// A run that ends without a report has failed.
  private void awaitEnd(RunHandle run) {
    try {
      ended(run.await());
    } catch (InterruptedException _) {
      count(run.sync(), Report.Status.INTERRUPTED);
    } catch (RuntimeException _) {
      count(run.sync(), Report.Status.FAILED);
    }
  }

  void ended(Report report) {
    var run = RunFigures.of(report);
    last.put(run.sync(), run);
    count(run.sync(), run.status());
    Outcomes.of(run.totals())
        .forEach((outcome, count) ->
            Counter.builder("rollcall.members")
                .description("Members of all runs, by what became of them.")
                .tag("sync", run.sync().value())
                .tag("outcome", outcome)
                .register(registry)
                .increment(count));
  }

  private void count(SyncName sync, Report.Status status) {
    for (var each : Report.Status.values()) {
      Counter.builder("rollcall.runs")
          .description("Runs that have ended, by how.")
          .tag("sync", sync.value())
          .tag("status", RunMetrics.word(each))
          .register(registry)
          .increment(each == status ? 1 : 0);
    }
  }

  void heard(SyncName sync, RunEvent event) {
    switch (event) {
      case RunEvent.RateWait(_, _, var pause) -> waited(sync, pause);
      case RunEvent.GatewayRetry _ -> callsAgain(sync).increment();
      case RunEvent.RosterRetry _ -> readsAgain(sync).increment();
      case RunEvent.Started _ -> begin(sync);
      case RunEvent.StoreFound _,
          RunEvent.Missed _,
          RunEvent.ListedAnew _,
          RunEvent.RosterCounted _,
          RunEvent.RosterPage _,
          RunEvent.RosterRead _,
          RunEvent.WorkspacePage _,
          RunEvent.Planned _,
          RunEvent.Noticed _,
          RunEvent.Recalled _,
          RunEvent.Admitted _,
          RunEvent.Intended _,
          RunEvent.Done _,
          RunEvent.Warned _,
          RunEvent.Applying _,
          RunEvent.Settled _,
          RunEvent.Duplicate _,
          RunEvent.BulkHanded _,
          RunEvent.BulkWait _,
          RunEvent.Finished _ -> {}
    }
  }

  /// What may grow is there from the first run on, so that its first growth is seen.
  private void begin(SyncName sync) {
    waits(sync).increment(0);
    waiting(sync).increment(0);
    callsAgain(sync).increment(0);
    readsAgain(sync).increment(0);
  }

  private void waited(SyncName sync, Duration pause) {
    waits(sync).increment();
    waiting(sync).increment(pause.toMillis() / 1e3);
  }

  private Counter callsAgain(SyncName sync) {
    return counter("rollcall.intercom.retries", "Calls to Intercom that were sent again.", sync);
  }

  private Counter readsAgain(SyncName sync) {
    return counter("rollcall.roster.retries", "Reads of the roster that were tried again.", sync);
  }

  private Counter waits(SyncName sync) {
    return counter("rollcall.intercom.rate.waits", "Waits for Intercom's rate limit.", sync);
  }

  private Counter waiting(SyncName sync) {
    return Counter.builder("rollcall.intercom.rate.wait")
        .baseUnit("seconds")
        .description("How long calls waited for Intercom's rate limit, together.")
        .tag("sync", sync.value())
        .register(registry);
  }

  private Counter counter(String name, String description, SyncName sync) {
    return Counter.builder(name)
        .description(description)
        .tag("sync", sync.value())
        .register(registry);
  }
}
