package org.rollcall.server.metrics;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.rollcall.app.CallMeter;
import org.rollcall.app.RunHandle;
import org.rollcall.app.StoreFigures;
import org.rollcall.server.runs.CurrentRuns;
import org.rollcall.server.web.Routes;

/// All figures of the service at `/metrics`. Their names begin with `rollcall_`, apart from those
/// of the JVM and its process. They name syncs and workspaces, and nobody. For many threads.
public final class ServiceMetrics {
  private static final String USUAL = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RunMeters runs = new RunMeters(registry);
  private final InstantSource clock;

  public ServiceMetrics(InstantSource clock) {
    this.clock = clock;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  /// Counts the calls to Intercom.
  public CallMeter calls() {
    return new CallCounters(registry);
  }

  /// Follows a run that has begun.
  public void began(RunHandle run) {
    runs.began(run);
  }

  /// Tells what the store says.
  ///
  /// @param store asks the store; throws [org.rollcall.run.RunStopped] when it does not answer
  /// @param secondsLate how long the longest overdue look at a schedule has been due; asked only
  ///   while the store answers
  public void watch(Supplier<StoreFigures> store, LongSupplier secondsLate) {
    registry
        .getPrometheusRegistry()
        .register(new StoreGauges(store, secondsLate, runs::last, clock::instant));
  }

  /// Tells how many runs go on, and how many wait.
  ///
  /// @param most how many may go on at once
  public void watch(CurrentRuns current, int most) {
    gauge(
        "rollcall.runs.active",
        "Runs that go on in this process.",
        current,
        all -> all.all().size());
    gauge(
        "rollcall.runs.most",
        "How many runs may go on in this process at once.",
        current,
        _ -> most);
    gauge(
        "rollcall.runs.waiting",
        "Syncs whose run is due and found no room in this process.",
        current,
        CurrentRuns::waiting);
  }

  private void gauge(
      String name, String description, CurrentRuns current, ToIntFunction<CurrentRuns> value) {
    Gauge.builder(name, current, value::applyAsInt)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /// Answers `/metrics`.
  ///
  /// @param admit lets a caller through, or throws
  public Routes routes(Consumer<Context> admit) {
    return routes ->
        routes.get(
            "/metrics",
            context -> {
              admit.accept(context);
              answer(context);
            });
  }

  private void answer(Context context) {
    var open =
        Optional.ofNullable(context.header("Accept"))
            .filter(accepted -> accepted.contains("application/openmetrics-text"))
            .isPresent();
    var type = open ? OPEN : USUAL;
    context.contentType(type).result(registry.scrape(type));
  }
}
