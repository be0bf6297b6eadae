package org.rollcall.bench.micro;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Quota;

/// What pacing costs a call where the limit is ten times Intercom's: wait, send, learn from the
/// answer, on a clock of its own.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PacerBenchmark {
  private static final Optional<Quota> PLENTY =
      Optional.of(new Quota(16_670, 8_000, Duration.ofSeconds(5)));

  private final Pacer pacer = Pacer.auto(0.05);
  private long now;

  @Benchmark
  public Pacer.Ticket call() {
    now += pacer.delay(now).toNanos();
    var ticket = pacer.sent(now);
    pacer.answered(ticket, now, PLENTY);
    return ticket;
  }
}
