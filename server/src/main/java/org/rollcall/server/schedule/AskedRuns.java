package org.rollcall.server.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Starter;
import org.rollcall.run.Report;
import org.rollcall.run.RunStopped;
import org.rollcall.server.runs.Begun;
import org.rollcall.server.runs.ProgramEdition;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.runs.ServiceLog;
import org.rollcall.server.runs.Takeover;

/// Runs that somebody asked for, until they are over. Each has a row in the store that would come
/// due in a few seconds, and the process that has the run puts it off again and again. If that
/// process dies, the row comes due, and whoever takes it begins the run anew. For many threads.
final class AskedRuns implements Takeover, ExecutionHandler<AskedRun> {
  private static final String TASK = "asked run";

  /// How often the row is put off.
  private static final Duration SIGN = Duration.ofSeconds(3);

  /// Without a sign for so long, a process counts as dead.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration NO_ROOM = Duration.ofSeconds(2);
  private static final Duration ANOTHER_WRITES = Duration.ofSeconds(5);
  private static final Duration ANOTHERS = Duration.ofMinutes(1);

  /// How long each of the last rows is waited for when the service ends.
  private static final Duration ENDING = Duration.ofMillis(500);

  private final CustomTask<AskedRun> task =
      Tasks.custom(TASK, AskedRun.class).onDeadExecutionRevive().execute(this);
  private final ServedProgram program;
  private final RunLauncher launcher;
  private final ServiceLog log;
  private final InstantSource clock;
  private final Supplier<SchedulerClient> rows;
  private final Set<Thread> watches = ConcurrentHashMap.newKeySet();

  /// @param rows the rows of the store, asked once they are needed
  AskedRuns(
      ServedProgram program,
      RunLauncher launcher,
      ServiceLog log,
      InstantSource clock,
      Supplier<SchedulerClient> rows) {
    this.program = program;
    this.launcher = launcher;
    this.log = log;
    this.clock = clock;
    this.rows = rows;
  }

  CustomTask<AskedRun> task() {
    return task;
  }

  @Override
  public void prepare(RunHandle run, RunRequest request, Starter starter) {
    AskedRun.of(run.sync(), request, starter).ifPresent(asked -> prepare(run, asked));
  }

  private void prepare(RunHandle run, AskedRun asked) {
    var row = task.instance(run.id(), asked);
    try {
      var _ = rows.get().scheduleIfNotExists(row, clock.instant().plus(SILENCE));
    } catch (SQLRuntimeException failed) {
      log.warned(
          "Run %s goes on, but nobody will begin it anew if this process ends: the store did not take that down. %s"
              .formatted(run.id(), failed.getMessage()));
      return;
    }
    watches.add(Thread.ofVirtual().name("sign of " + run.id()).start(() -> giveSigns(run, row)));
  }

  private void giveSigns(RunHandle run, TaskInstance<AskedRun> row) {
    try {
      while (!run.isOverWithin(SIGN)) {
        change(() -> rows.get().reschedule(row, clock.instant().plus(SILENCE)));
      }
      if (!launcher.isClosing() || !isInterrupted(run)) {
        change(() -> rows.get().cancel(row));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      watches.remove(Thread.currentThread());
    }
  }

  private static void change(Runnable change) {
    try {
      change.run();
    } catch (TaskInstanceException | SQLRuntimeException _) {
      // Somebody else has taken it for dead, or the store fails: the lease guards the workspace.
    }
  }

  private static boolean isInterrupted(RunHandle run) throws InterruptedException {
    try {
      return run.await().status() == Report.Status.INTERRUPTED;
    } catch (RunStopped stopped) {
      return stopped.kind() == RunStopped.Kind.INTERRUPTED;
    } catch (RuntimeException _) {
      return false;
    }
  }

  @Override
  public CompletionHandler<AskedRun> execute(TaskInstance<AskedRun> row, ExecutionContext context) {
    var asked = row.getData();
    try (var use = program.use()) {
      if (!use.syncs().contains(asked.sync())) {
        return again(ANOTHERS);
      }
      return isWritten(use, asked) ? again(ANOTHER_WRITES) : begin(row.getId(), asked);
    } catch (RunStopped stopped) {
      log.failed(asked.sync(), row.getId(), stopped.lines());
      return again(ANOTHERS);
    }
  }

  private static boolean isWritten(ProgramEdition.Use use, AskedRun asked) {
    return use.operations().writer(use.selection().of(asked.sync())).isPresent();
  }

  private CompletionHandler<AskedRun> begin(String before, AskedRun asked) {
    if (asked.isLastAttempt()) {
      log.warned(
          "Run %s of sync %s ended with its process, as those before it. It is not begun anew."
              .formatted(before, asked.sync()));
      return over();
    }
    return switch (launcher.launch(asked.sync(), asked.request(), asked.starter())) {
      case Begun.Started(var run) -> {
        log.said(
            "Run %s of sync %s ended with its process. It is begun anew as run %s."
                .formatted(before, asked.sync(), run.id()));
        prepare(run, asked.again());
        yield over();
      }
      case Begun.Busy _, Begun.Full _, Begun.Closing _ -> again(NO_ROOM);
    };
  }

  private CompletionHandler<AskedRun> again(Duration in) {
    return (complete, operations) -> operations.reschedule(complete, clock.instant().plus(in));
  }

  private static CompletionHandler<AskedRun> over() {
    return (_, operations) -> operations.remove();
  }

  /// Waits for what is to be said of runs that have ended.
  void close() {
    for (var watch : watches) {
      try {
        var _ = watch.join(ENDING);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
