package org.rollcall.server.runs;

import java.util.List;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;

/// Starts runs with the settings as they are now, whoever asks, and sees to it that each end is
/// told. For many threads.
public final class RunLauncher {
  private final ServedProgram program;
  private final CurrentRuns runs;
  private final ServiceLog log;

  public RunLauncher(ServedProgram program, CurrentRuns runs, ServiceLog log) {
    this.program = program;
    this.runs = runs;
    this.log = log;
  }

  /// Begins a run, if it may begin.
  ///
  /// @param starter who the history says has started it
  /// @throws RunStopped when the settings do not name the sync
  public Begun launch(SyncName sync, RunRequest request, Starter starter) {
    var use = program.use();
    try {
      var begun =
          runs.begin(
              sync, () -> use.operations().start(use.selection().of(sync), request, starter));
      if (begun instanceof Begun.Started(var run)) {
        Thread.ofVirtual().name("end of " + run.id()).start(() -> seeOut(run, use));
      } else {
        use.close();
      }
      return begun;
    } catch (RuntimeException failed) {
      use.close();
      throw failed;
    }
  }

  /// Whether no run begins any more.
  public boolean isClosing() {
    return runs.isClosing();
  }

  private void seeOut(RunHandle run, ProgramEdition.Use use) {
    try (use) {
      run.await();
    } catch (RunStopped stopped) {
      log.failed(run.sync(), run.id(), stopped.lines());
    } catch (InterruptedException _) {
      log.failed(run.sync(), run.id(), List.of("The run was interrupted."));
    } catch (RuntimeException broken) {
      log.failed(
          run.sync(),
          run.id(),
          List.of("The run broke off because of a mistake in Rollcall: " + broken + "."));
    }
  }
}
