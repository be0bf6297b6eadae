package org.rollcall.server.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.rollcall.app.ServiceStore;
import org.rollcall.model.Starter;
import org.rollcall.model.SyncName;
import org.rollcall.schedule.Remembered;
import org.rollcall.server.runs.RunLauncher;
import org.rollcall.server.runs.ServedProgram;
import org.rollcall.server.runs.ServiceLog;
import org.rollcall.server.runs.Takeover;

/// Starts the runs that are due. Any number of processes with one PostgreSQL store share the work:
/// each run that is due starts in one of them, and if that one dies, another starts it anew.
///
/// db-scheduler keeps for each sync when to look at its schedule next. A sync is looked at when its
/// schedule says that a run is due, and also when the settings were read, so that a changed
/// schedule is noticed.
public final class RunSchedule implements AutoCloseable {
  private static final String TASK = "sync";

  /// How often the store is asked which syncs to look at.
  private static final Duration POLL = Duration.ofSeconds(2);

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /// db-scheduler takes no fewer.
  private static final int MISSED = 4;

  /// The schedule counts as standing still after so long without a look.
  private static final Duration STILL = Duration.ofSeconds(30);

  /// Looks that start no run, and takeovers, need threads besides those of the runs.
  private static final int BESIDE_RUNS = 4;

  private static final Duration STOPPING = Duration.ofSeconds(9);

  private final Scheduler scheduler;
  private final CustomTask<Remembered> task;
  private final AskedRuns asked;
  private final InstantSource clock;
  private final AtomicReference<Instant> ticked;

  /// @param process the name of this process among those that share the store
  /// @param most how many runs this process may have at once
  /// @param starter who the history says has started the runs that are due
  public RunSchedule(
      ServiceStore store,
      String process,
      int most,
      ServedProgram program,
      RunLauncher launcher,
      ServiceLog log,
      Starter starter,
      InstantSource clock) {
    this.clock = clock;
    this.asked = new AskedRuns(program, launcher, log, clock, this::scheduler);
    this.ticked = new AtomicReference<>(clock.instant());
    this.task =
        Tasks.custom(TASK, Remembered.class)
            .onDeadExecutionRevive()
            .execute(new ScheduledLook(program, launcher, log, starter, clock));
    this.scheduler = scheduler(store, process, most + BESIDE_RUNS);
  }

  private Scheduler scheduler(ServiceStore store, String process, int threads) {
    var builder =
        Scheduler.create(store.store().source(), task, asked.task())
            .tableName(store.store().table("scheduled_tasks"))
            .schedulerName(new SchedulerName.Fixed(process))
            .serializer(new TaskJson())
            .clock(clock::instant)
            .threads(threads)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .enableImmediateExecution()
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(STOPPING)
            .failureLogging(LogLevel.WARN, false)
            .addSchedulerListener(new Ticks());
    return store.isShared() ? builder.pollUsingLockAndFetch(0.5, 1.0).build() : builder.build();
  }

  /// Hears of each look into the store. Of one that finds nothing due, PostgreSQL's way of looking
  /// says nothing; the search for dead processes, every few seconds, always does.
  private final class Ticks extends AbstractSchedulerListener {
    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
      if (type == SchedulerEventType.RAN_EXECUTE_DUE
          || type == SchedulerEventType.RAN_DETECT_DEAD) {
        ticked.set(clock.instant());
      }
    }
  }

  private SchedulerClient scheduler() {
    return scheduler;
  }

  /// Begins runs anew that somebody asked for and whose process died.
  public Takeover takeover() {
    return asked;
  }

  /// Begins.
  public void start() {
    scheduler.start();
  }

  /// Looks at the schedule of every sync soon: they may have changed.
  public void lookAtAll(ServedProgram program) {
    program.syncs().forEach(this::lookAt);
  }

  /// Looks at the schedule of a sync soon. One whose run goes on is looked at after it.
  public void lookAt(SyncName sync) {
    var now = clock.instant();
    var instance = task.instance(sync.value());
    if (!scheduler.scheduleIfNotExists(instance, now)) {
      try {
        scheduler.reschedule(instance, now);
      } catch (TaskInstanceException _) {
        // Some process looks at it right now.
      }
    }
  }

  /// When the schedule of a sync is looked at next; empty where it has none.
  public Optional<Instant> nextLook(SyncName sync) {
    return scheduler
        .getScheduledExecution(task.instance(sync.value()))
        .map(ScheduledExecution::getExecutionTime);
  }

  /// How many seconds ago the longest overdue look was due that nobody has begun; 0 where none is.
  public long secondsLate() {
    var now = clock.instant();
    var filter = ScheduledExecutionsFilter.onlyResolved().withPicked(false);
    return scheduler.getScheduledExecutionsForTask(TASK, Remembered.class, filter).stream()
        .mapToLong(each -> Duration.between(each.getExecutionTime(), now).toSeconds())
        .filter(late -> late > 0)
        .max()
        .orElse(0);
  }

  /// Whether the store was asked lately.
  public boolean isTicking() {
    return ticked.get().isAfter(clock.instant().minus(STILL));
  }

  /// Waits for what it has begun, and begins nothing more.
  @Override
  public void close() {
    asked.close();
    scheduler.stop();
  }
}
