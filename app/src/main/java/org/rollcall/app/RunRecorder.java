package org.rollcall.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.model.Starter;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Stop;
import org.rollcall.store.SqlJournal;
import org.rollcall.store.SqlStops;
import org.rollcall.store.StoreAccess;
import org.rollcall.store.StoreTrouble;

/// Writes a run down in the store, and deletes what is too old when the run is over. A store that
/// fails or hangs is reported, and the run goes on.
final class RunRecorder implements RunRecord {
  /// How long the deletion may take when nobody waits for the end.
  private static final Duration FORGETTING = Duration.ofMinutes(1);

  private static final Duration RELEASING = Duration.ofSeconds(5);

  /// The time that is left for notifications once a run shall stop.
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private final StoreConnection store;
  private final SqlJournal journal;
  private final StoreMemory memory;
  private final Duration keep;
  private final InstantSource clock;
  private final Stop stop;
  private final StopRequests requests;
  private final Farewell farewell = new Farewell(System::nanoTime);

  /// @param request what was asked for
  /// @param keep how long the changes of a run are kept
  /// @param stop limits every wait
  /// @param trouble told a sentence when something cannot be kept
  RunRecorder(
      StoreConnection store,
      NamedSync sync,
      RunRequest.Writing request,
      Starter starter,
      Duration keep,
      StoreMemory.Leases leases,
      InstantSource clock,
      Stop stop,
      Consumer<String> trouble) {
    this.store = store;
    this.keep = keep;
    this.clock = clock;
    this.stop = stop;
    var access = store.within(() -> stop.budget(farewell.within(StoreAccess.USUAL), RESERVE));
    this.requests = new StopRequests(new SqlStops(access, clock), stop);
    this.journal =
        new SqlJournal(
            access,
            new SqlJournal.Heading(
                sync.name(), request.command(), sync.definition().digest(), Optional.of(starter)),
            clock,
            trouble);
    this.memory =
        new StoreMemory(
            access,
            sync,
            leases,
            clock,
            new HeldLease.Terms(
                leases.life(),
                !request.overrides().lease(),
                new Sleep(stop),
                () -> stop.budget(farewell.within(RELEASING), RESERVE),
                stop::ask),
            trouble);
  }

  @Override
  public RunMemory memory() {
    return memory;
  }

  @Override
  public Optional<String> place() {
    return Optional.of(store.place());
  }

  @Override
  public void accept(RunEvent event) {
    if (isLast(event)) {
      farewell.begin();
    }
    journal.accept(event);
    if (event instanceof RunEvent.Started(var run, _)) {
      requests.begin(run);
    }
  }

  /// Whether nothing is left to do for any member.
  private static boolean isLast(RunEvent event) {
    return event instanceof RunEvent.Finished
        || (event instanceof RunEvent.Settled(_, var done, var total) && done >= total);
  }

  @Override
  public void close() {
    farewell.begin();
    requests.close();
    journal.close();
    if (!stop.getAsBoolean()) {
      forget();
    }
  }

  /// If somebody asks to stop meanwhile, the run does not wait for it.
  private void forget() {
    var forgetting = Thread.ofVirtual().name("forget").start(this::forgetOld);
    try {
      var until = System.nanoTime() + farewell.within(FORGETTING).toNanos();
      while (!forgetting.join(Duration.ofMillis(200))
          && System.nanoTime() < until
          && !stop.getAsBoolean()) {
        // The deletion goes on.
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetOld() {
    try {
      store.get().forget(clock.instant().minus(keep));
    } catch (StoreTrouble _) {
      // The journal has told it already.
    }
  }
}
