package org.rollcall.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.rollcall.app.CallMeter;
import org.rollcall.model.SyncName;

/// Counts calls to Intercom by their kind and the status of the answer.
record CallCounters(MeterRegistry registry) implements CallMeter {
  @Override
  public void called(SyncName sync, String kind, String status, Duration took) {
    Counter.builder("rollcall.intercom.calls")
        .description("Calls to Intercom, retries included, by kind and status of the answer.")
        .tag("sync", sync.value())
        .tag("kind", kind)
        .tag("status", status)
        .register(registry)
        .increment();
    Timer.builder("rollcall.intercom.call.duration")
        .description("How long calls to Intercom take, by kind.")
        .tag("kind", kind)
        .register(registry)
        .record(took);
  }
}
