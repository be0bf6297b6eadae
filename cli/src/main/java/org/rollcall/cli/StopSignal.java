package org.rollcall.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;

/// The wish to stop, as Ctrl-C and SIGTERM express it.
///
/// The first asks: this turns true, and the run finishes what is in flight. The second ends the
/// program at once, though what it started is still shut down. The third does not wait even for
/// that. Who asked is not kept waiting: after [#PATIENCE] the run is interrupted, and soon after
/// the program ends.
///
/// A shutdown hook cannot do this: once the JVM is going down it hears no second signal, and every
/// other hook, such as the one that stops the demo's database, runs beside the run it serves.
final class StopSignal implements BooleanSupplier {
  /// How long what is in flight may take.
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration LAST_WORDS = Duration.ofMillis(1500);

  private final AtomicInteger heard = new AtomicInteger();
  private final Thread worker;
  private final Duration patience;
  private final Terminal terminal;

  private StopSignal(Thread worker, Duration patience, Terminal terminal) {
    this.worker = worker;
    this.patience = patience;
    this.terminal = terminal;
  }

  /// Hears signals from now until the program ends.
  ///
  /// @param patience how long the calling thread may take before it is interrupted
  /// @param terminal where the first signal is acknowledged
  static StopSignal listen(Duration patience, Terminal terminal) {
    var signal = new StopSignal(Thread.currentThread(), patience, terminal);
    Signals.register("INT", signal::hear);
    Signals.register("TERM", signal::hear);
    return signal;
  }

  /// Whether somebody asked.
  @Override
  public boolean getAsBoolean() {
    return heard.get() > 0;
  }

  private void hear() {
    switch (heard.incrementAndGet()) {
      case 1 -> {
        Thread.ofPlatform().daemon().name("stop").start(this::insist);
        terminal.err().println();
        terminal.err().println("Stopping: finishing what is in flight. Once more to stop at once.");
      }
      case 2 -> System.exit(ExitCode.INTERRUPTED.code());
      default -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }
  }

  private void insist() {
    try {
      Thread.sleep(patience);
      worker.interrupt();
      Thread.sleep(LAST_WORDS);
      System.exit(ExitCode.INTERRUPTED.code());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
