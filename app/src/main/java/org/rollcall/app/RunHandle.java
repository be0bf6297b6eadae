package org.rollcall.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.rollcall.model.SyncName;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;

/// A run that has begun and goes on by itself. Callers can follow it, ask it to stop, and wait for
/// it. For many threads.
public final class RunHandle {
  /// How much of a stopped run's time is left when its thread is interrupted. It is enough to write
  /// down what the run did and to tell people.
  private static final Duration LAST_WORDS = Duration.ofMillis(3_500);

  /// How long callers wait for a run that has exceeded its time to end. After a signal the program
  /// ends before that.
  private static final Duration OVERDUE = Duration.ofSeconds(30);

  private final SyncName sync;
  private final String id;
  private final boolean simulated;
  private final RunLog events;
  private final Stop stop;
  private final CompletableFuture<Report> report = new CompletableFuture<>();
  private final List<Thread> watches = new CopyOnWriteArrayList<>();

  private RunHandle(SyncName sync, String id, boolean simulated, InstantSource clock) {
    this.sync = sync;
    this.id = id;
    this.simulated = simulated;
    this.events = new RunLog(sync, id, clock);
    this.stop = new Stop(System::nanoTime);
  }

  /// What a run does.
  @FunctionalInterface
  public interface Work {
    /// @param id the run's
    /// @param stop says true once nothing new may begin
    /// @param events is called by several threads, at the time of each event
    Report run(String id, Stop stop, Consumer<RunEvent> events) throws InterruptedException;
  }

  /// Begins `work` on its own thread.
  public static RunHandle start(SyncName sync, String id, InstantSource clock, Work work) {
    return start(new RunHandle(sync, id, false, clock), work);
  }

  /// The same for work that calls nobody and writes nothing.
  static RunHandle simulate(SyncName sync, String id, InstantSource clock, Work work) {
    return start(new RunHandle(sync, id, true, clock), work);
  }

  private static RunHandle start(RunHandle handle, Work work) {
    var id = handle.id;
    var thread = Thread.ofVirtual().name("run " + id).start(() -> handle.carryOut(work));
    handle.watch("stop " + id, () -> handle.interruptInTime(thread));
    return handle;
  }

  /// Threads that watch a run end with it.
  private void watch(String name, Runnable watching) {
    var thread = Thread.ofVirtual().name(name).start(watching);
    watches.add(thread);
    if (report.isDone()) {
      thread.interrupt();
    }
  }

  /// Which of the program's syncs runs.
  public SyncName sync() {
    return sync;
  }

  /// Whether it calls nobody and writes nothing, so that it says nothing about its sync.
  public boolean isSimulated() {
    return simulated;
  }

  /// Whether it has ended.
  public boolean isOver() {
    return report.isDone();
  }

  /// Waits for its end, but not longer than `time`.
  ///
  /// @return whether it has ended
  public boolean isOverWithin(Duration time) throws InterruptedException {
    try {
      var _ = report.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // What came of it is asked elsewhere.
    }
    return report.isDone();
  }

  /// The run's id, as the history has it.
  public String id() {
    return id;
  }

  /// The events of the run.
  public RunLog events() {
    return events;
  }

  /// Ends the run in good order when somebody asks it.
  public Stop stop() {
    return stop;
  }

  /// Asks the run to stop once `time` has passed.
  public void stopAfter(Duration time) {
    watch("deadline " + id, () -> askAfter(time));
  }

  /// Waits for the end.
  ///
  /// @throws RunStopped when the run could not begin, or did not end although it was asked to
  /// @throws InterruptedException when the waiting thread or the run was interrupted before there
  ///   was anything to report
  public Report await() throws InterruptedException {
    while (stop.left().plus(OVERDUE).isPositive()) {
      try {
        return report.get(200, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // Somebody may have asked the run to stop in the meantime.
      } catch (ExecutionException failed) {
        throw asItWas(failed.getCause() == null ? failed : failed.getCause());
      }
    }
    return overdue();
  }

  private Report overdue() throws InterruptedException {
    try {
      return Optional.ofNullable(report.getNow(null))
          .orElseThrow(() ->
              new RunStopped(
                  RunStopped.Kind.INTERRUPTED,
                  "The run did not end in time after it was asked to stop, because something that it waits for hangs. What it did until then is in Intercom; the next run finds the rest."));
    } catch (CompletionException failed) {
      throw asItWas(failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private static RuntimeException asItWas(Throwable cause) throws InterruptedException {
    return switch (cause) {
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  private void carryOut(Work work) {
    try {
      report.complete(work.run(id, stop, events));
    } catch (Throwable failure) {
      report.completeExceptionally(failure);
    } finally {
      watches.forEach(Thread::interrupt);
      events.close();
    }
  }

  private void interruptInTime(Thread thread) {
    try {
      if (stop.await(stop.left()) && !thread.join(stop.budget(Stop.GRACE, LAST_WORDS))) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void askAfter(Duration time) {
    try {
      if (!stop.await(time)) {
        stop.ask();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
