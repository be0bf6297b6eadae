package org.rollcall.cli;

import java.util.Comparator;
import java.util.List;
import org.rollcall.app.Operations;
import org.rollcall.app.Selection;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;

/// Carries out all syncs of the settings, one after the other. The others still run when one fails.
/// No sync begins once somebody has asked to stop.
///
/// @param signal the wish to stop
record EverySync(Operations operations, Selection selection, Terminal terminal, StopSignal signal) {
  /// From the best to the worst. A scheduler should hear the worst of several.
  private static final List<ExitCode> WORSE =
      List.of(
          ExitCode.CONVERGED,
          ExitCode.CHANGES,
          ExitCode.PARTIAL,
          ExitCode.PAUSED,
          ExitCode.REFUSED,
          ExitCode.USAGE,
          ExitCode.FAILED,
          ExitCode.INTERRUPTED);

  /// Carries out one sync.
  @FunctionalInterface
  interface One {
    /// @throws RunStopped when it cannot be carried out
    ExitCode run(SyncName name) throws InterruptedException;
  }

  /// @return the worst of all exit codes
  ExitCode run(One one) throws InterruptedException {
    var worst = ExitCode.CONVERGED;
    for (var name : operations.syncs(selection)) {
      if (signal.getAsBoolean()) {
        return ExitCode.INTERRUPTED;
      }
      terminal.err().println("Sync " + name + ":");
      worst = worse(worst, told(name, one));
    }
    return worst;
  }

  private ExitCode told(SyncName name, One one) throws InterruptedException {
    try {
      return one.run(name);
    } catch (RunStopped stopped) {
      Failures.tell(terminal, stopped.lines());
      return ExitCode.of(stopped.kind());
    }
  }

  private static ExitCode worse(ExitCode one, ExitCode other) {
    return List.of(one, other).stream().max(Comparator.comparingInt(WORSE::indexOf)).orElseThrow();
  }
}
