package org.rollcall.intercom;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Counts the calls over a wire; each page and each retry counts as one.
public final class CountingWire implements Wire {
  private final Wire wire;
  private final AtomicInteger calls = new AtomicInteger();

  public CountingWire(Wire wire) {
    this.wire = wire;
  }

  @Override
  public WireAnswer exchange(Call call) throws InterruptedException {
    calls.incrementAndGet();
    return wire.exchange(call);
  }

  @Override
  public <T> T exchange(Call call, Function<WireAnswer, T> read) throws InterruptedException {
    calls.incrementAndGet();
    return wire.exchange(call, read);
  }

  /// The number of calls so far.
  public int calls() {
    return calls.get();
  }
}
