package org.rollcall.laws;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Ends a run at once: no handler of the program's own may catch it.
final class Killed extends Error {
  private static final long serialVersionUID = 1;

  /// Runs what `run` makes of a hook before each call, and ends it after so many calls.
  static void after(int calls, Consumer<Runnable> run) {
    var left = new AtomicInteger(calls);
    try {
      run.accept(() -> {
        if (left.getAndDecrement() <= 0) {
          throw new Killed();
        }
      });
    } catch (Killed _) {
      // That is what was asked for.
    } catch (RuntimeException wrapped) {
      if (!(wrapped.getCause() instanceof Killed)) {
        throw wrapped;
      }
    }
  }
}
