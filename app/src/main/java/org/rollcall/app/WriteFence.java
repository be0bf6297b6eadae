package org.rollcall.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.run.Lease;

/// Whether writes may pass: not before the lease is held, and not once it is no longer sure. For
/// many threads.
public final class WriteFence implements BooleanSupplier {
  private final AtomicReference<Lease.@Nullable Hold> hold = new AtomicReference<>();

  /// Lets writes pass for as long as `held` is sure.
  void openFor(Lease.Hold held) {
    hold.set(held);
  }

  @Override
  public boolean getAsBoolean() {
    var held = hold.get();
    return held != null && held.isSure();
  }
}
