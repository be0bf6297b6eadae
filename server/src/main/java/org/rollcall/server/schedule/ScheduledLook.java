package org.rollcall.server.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.app.RunHandle;
import org.rollcall.app.RunRequest;
import org.rollcall.model.Newest;
import org.rollcall.model.Pause;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.run.RunStopped;
import org.rollcall.schedule.Due;
import org.rollcall.schedule.Remembered;
import org.rollcall.schedule.Schedule;
import org.rollcall.server.runs.Begun;
import org.rollcall.server.runs.ProgramEdition;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.runs.ServiceLog;

/// Looks at the schedule of one sync, carries out the run that is due, and says when to look again.
/// For many threads.
public final class ScheduledLook implements ExecutionHandler<Remembered> {
  /// How soon a run that found no room, or a sync of which a run goes on, is looked at again.
  private static final Duration NO_ROOM = Duration.ofSeconds(2);

  /// How soon a workspace that another run writes to is looked at again.
  private static final Duration ANOTHER_WRITES = Duration.ofSeconds(5);

  /// How often the roster is asked whether it was refreshed, and whether a pause goes on.
  private static final Duration WATCHING = Duration.ofSeconds(30);

  /// A sync that these settings do not name may be another process's.
  private static final Duration ANOTHERS = Duration.ofMinutes(1);

  private static final RunRequest NIGHTLY =
      new RunRequest.Everybody(OptionalInt.empty(), OptionalInt.empty(), RunRequest.Overrides.NONE);

  private final ServedProgram program;
  private final RunLauncher launcher;
  private final ServiceLog log;
  private final Starter starter;
  private final InstantSource clock;

  /// @param starter who the history says has started the runs
  public ScheduledLook(
      ServedProgram program,
      RunLauncher launcher,
      ServiceLog log,
      Starter starter,
      InstantSource clock) {
    this.program = program;
    this.launcher = launcher;
    this.log = log;
    this.starter = starter;
    this.clock = clock;
  }

  @Override
  public CompletionHandler<Remembered> execute(
      TaskInstance<Remembered> instance, ExecutionContext context) {
    var sync = new SyncName(instance.getId());
    var before = Optional.ofNullable(instance.getData());
    try {
      return look(sync, before);
    } catch (RunStopped stopped) {
      log.failed(sync, "", stopped.lines());
      return before.map(known -> again(known, WATCHING)).orElseGet(() -> again(WATCHING));
    }
  }

  private CompletionHandler<Remembered> look(SyncName sync, Optional<Remembered> before) {
    try (var use = program.use()) {
      if (!use.syncs().contains(sync)) {
        return again(ANOTHERS);
      }
      var schedule = schedule(use, sync);
      return schedule.isEmpty()
          ? (_, operations) -> operations.remove()
          : look(use, sync, schedule.get(), before);
    }
  }

  private static Optional<Schedule> schedule(ProgramEdition.Use use, SyncName sync) {
    return use.operations().timetables(use.selection().of(sync), 0).getFirst().schedule();
  }

  private CompletionHandler<Remembered> look(
      ProgramEdition.Use use, SyncName sync, Schedule schedule, Optional<Remembered> before) {
    var now = clock.instant();
    var pause = use.operations().brake(use.selection().of(sync)).known().get();
    var known = Remembered.seen(before, schedule, pause, now);
    var due = known.of(schedule, pause).due(now, Optional.empty());
    if (due instanceof Due.Watch(var newest, _)) {
      due = known.of(schedule, pause).due(now, newest(use, sync, newest));
    }
    return switch (due) {
      case Due.Now _ -> isWritten(use, sync) ? again(known, ANOTHER_WRITES) : run(use, sync, known);
      case Due.Later(var at) -> at(known, at);
      case Due.Watch(_, var until) -> at(known, soon(until));
      case Due.Paused(var paused) -> at(known, soon(end(paused)));
    };
  }

  /// Another run of this workspace may go on elsewhere, or have died there a moment ago. One that
  /// began beside it would be refused, and people told of it.
  private static boolean isWritten(ProgramEdition.Use use, SyncName sync) {
    return use.operations().writer(use.selection().of(sync)).isPresent();
  }

  private static Instant end(Pause pause) {
    return pause.until().orElse(Instant.MAX);
  }

  private Instant soon(Instant at) {
    var next = clock.instant().plus(WATCHING);
    return at.isBefore(next) ? at : next;
  }

  /// A roster that cannot be asked counts as one that tells nothing: the run begins at its latest
  /// time, and says what is wrong.
  private Optional<Instant> newest(ProgramEdition.Use use, SyncName sync, Newest asked) {
    try {
      return use.operations().newest(use.selection().of(sync), asked);
    } catch (RunStopped stopped) {
      log.failed(sync, "", stopped.lines());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private CompletionHandler<Remembered> run(
      ProgramEdition.Use use, SyncName sync, Remembered known) {
    var started = clock.instant();
    return switch (launcher.launch(sync, NIGHTLY, starter)) {
      case Begun.Started(var run) ->
          switch (end(run)) {
            case ITS_OWN -> again(known.ran(started), Duration.ZERO);
            case FAILED ->
                isWritten(use, sync)
                    ? again(known, ANOTHER_WRITES)
                    : again(known.ran(started), Duration.ZERO);
            case OF_THE_SERVICE -> again(known, Duration.ZERO);
          };
      case Begun.Busy _, Begun.Full _, Begun.Closing _ -> again(known, NO_ROOM);
    };
  }

  /// How a run ended.
  private enum RunEnd {
    /// As runs end.
    ITS_OWN,
    /// It failed; perhaps because another run was faster.
    FAILED,
    /// The service stopped it, so that it begins again elsewhere or later.
    OF_THE_SERVICE
  }

  private RunEnd end(RunHandle run) {
    try {
      return switch (run.await().status()) {
        case FAILED -> RunEnd.FAILED;
        case INTERRUPTED -> launcher.isClosing() ? RunEnd.OF_THE_SERVICE : RunEnd.ITS_OWN;
        case SUCCEEDED, PARTIAL, REFUSED, PAUSED -> RunEnd.ITS_OWN;
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return RunEnd.OF_THE_SERVICE;
    } catch (RuntimeException _) {
      // Whoever launched it has told it.
      return launcher.isClosing() ? RunEnd.OF_THE_SERVICE : RunEnd.FAILED;
    }
  }

  private CompletionHandler<Remembered> again(Remembered known, Duration in) {
    return (complete, operations) ->
        operations.reschedule(complete, clock.instant().plus(in), known);
  }

  private CompletionHandler<Remembered> again(Duration in) {
    return (complete, operations) -> operations.reschedule(complete, clock.instant().plus(in));
  }

  private static CompletionHandler<Remembered> at(Remembered known, Instant moment) {
    return (complete, operations) -> operations.reschedule(complete, moment, known);
  }
}
