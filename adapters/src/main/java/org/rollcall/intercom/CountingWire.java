package org.rollcall.intercom;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Counts the calls over a wire, and tells of each; each page and each retry counts as one.
public final class CountingWire implements Wire {
  private final Wire wire;
  private final CallListener listener;
  private final LongSupplier nanos;
  private final AtomicInteger calls = new AtomicInteger();

  public CountingWire(Wire wire) {
    this(wire, (_, _, _) -> {}, () -> 0);
  }

  /// @param nanos a clock that only goes forward
  public CountingWire(Wire wire, CallListener listener, LongSupplier nanos) {
    this.wire = wire;
    this.listener = listener;
    this.nanos = nanos;
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    return exchange(call, answer -> answer);
  }

  @Override
  public <T> T exchange(Call call, Function<WireAnswer, T> read) throws InterruptedException {
    calls.incrementAndGet();
    long began = nanos.getAsLong();
    return wire.exchange(
        call,
        answer -> {
          listener.called(
              CallKind.of(call), status(answer), Duration.ofNanos(nanos.getAsLong() - began));
          return read.apply(answer);
        });
  }

  private static String status(WireAnswer answer) {
    return switch (answer) {
      case WireAnswer.Whole whole -> String.valueOf(whole.status());
      case WireAnswer.NeverSent _ -> "never_sent";
      case WireAnswer.DeadEnd _ -> "dead_end";
      case WireAnswer.CutOff _ -> "cut_off";
    };
  }

  /// The number of calls so far.
  public int calls() {
    return calls.get();
  }
}
