package org.rollcall.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.rollcall.run.Stop;

/// The wish to stop, as Ctrl-C and SIGTERM express it. There is one for the process, and it tells
/// all runs.
///
/// The first signal asks every run to finish what is in flight. The second ends the program at once
/// and still shuts down what it started. The third does not wait for that either. The program ends
/// soon after the runs' time is over, so nobody waits for long.
///
/// A shutdown hook cannot do this: once the JVM is going down it hears no second signal, and every
/// other hook, such as the one that stops the demo's database, runs beside the run it serves.
final class StopSignal implements BooleanSupplier {
  /// How long after the first signal the program ends, even if something still runs.
  static final Duration PATIENCE = Stop.GRACE.plusMillis(900);

  private final AtomicInteger heard = new AtomicInteger();
  private final List<Stop> runs = new CopyOnWriteArrayList<>();
  private final Duration patience;
  private final Terminal terminal;

  private StopSignal(Duration patience, Terminal terminal) {
    this.patience = patience;
    this.terminal = terminal;
  }

  /// Hears signals from now until the program ends.
  ///
  /// @param patience how long the runs may take to end
  /// @param terminal where the first signal is acknowledged
  static StopSignal listen(Duration patience, Terminal terminal) {
    var signal = new StopSignal(patience, terminal);
    Signals.hear("INT", signal::hear);
    Signals.hear("TERM", signal::hear);
    return signal;
  }

  /// Asks this run too, now or once somebody asks.
  void forwardTo(Stop run) {
    runs.add(run);
    if (getAsBoolean()) {
      run.ask();
    }
  }

  /// Whether somebody asked.
  @Override
  public boolean getAsBoolean() {
    return heard.get() > 0;
  }

  private void hear() {
    switch (heard.incrementAndGet()) {
      case 1 -> {
        runs.forEach(Stop::ask);
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
      System.exit(ExitCode.INTERRUPTED.code());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
