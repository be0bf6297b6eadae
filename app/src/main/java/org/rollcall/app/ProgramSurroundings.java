package org.rollcall.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Pause;
import org.rollcall.model.RosterName;
import org.rollcall.model.Starter;
import org.rollcall.model.Target;
import org.rollcall.review.History;
import org.rollcall.review.RunFilter;
import org.rollcall.run.KnownPause;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.RunStopped;
import org.rollcall.run.Stop;
import org.rollcall.settings.Notify;
import org.rollcall.settings.ProgramSettings;
import org.rollcall.settings.ReportUrl;
import org.rollcall.store.LeaseClock;
import org.rollcall.store.LeaseRow;
import org.rollcall.store.SqlKnownFailures;
import org.rollcall.store.SqlKnownIgnores;
import org.rollcall.store.SqlLeaseRecord;

/// The surroundings of runs in a program whose settings name a store. The store is opened once.
final class ProgramSurroundings implements RunSurroundings, AutoCloseable {
  private final ProgramSettings settings;
  private final StatePlace state;
  private final StoreMemory.Leases leases;
  private final Supplier<Starter> starter;
  private final InstantSource clock;
  private final CallMeter calls;
  private final ReadOnce<StoreConnection> store;
  private final ReadOnce<SharedRates> rates;

  /// @param state where the program keeps what outlives it
  /// @param starter who started the program
  /// @param life how long a lease is held without a renewal
  /// @param calls counts the calls of runs to Intercom
  ProgramSurroundings(
      ProgramSettings settings,
      StatePlace state,
      LeaseHolder holder,
      Supplier<Starter> starter,
      Duration life,
      InstantSource clock,
      CallMeter calls) {
    this.settings = settings;
    this.state = state;
    this.leases = new StoreMemory.Leases(holder, state.leases(), life);
    this.starter = starter;
    this.clock = clock;
    this.calls = calls;
    this.store = new ReadOnce<>(() -> new StoreConnection(settings.store(), state.folder()));
    this.rates =
        new ReadOnce<>(() ->
            new SharedRates(
                store.get().within(() -> SharedRates.PATIENCE), LeaseClock.ofMachine(clock)));
  }

  /// A file has one machine, and most often one process.
  @Override
  public TokenTurns turns(boolean required) {
    return store.get().isFar() ? rates.get().turns(required) : TurnsOfTokens::of;
  }

  @Override
  public CallMeter calls() {
    return calls;
  }

  @Override
  public List<Notify> notifiers() {
    return settings.notifiers();
  }

  @Override
  public Optional<ReportUrl> reportUrl() {
    return settings.reportUrl();
  }

  @Override
  public RunRecord record(
      NamedSync sync, RunRequest.Writing request, Starter by, Stop stop, Consumer<String> trouble) {
    var connection = store.get();
    connection.begin();
    state
        .left()
        .ifPresent(left ->
            trouble.accept(
                "An earlier version left a store in %s, which is not looked for any more. Move it to %s, or set ROLLCALL_STATE to where it is."
                    .formatted(left, state.folder())));
    return new RunRecorder(
        connection, sync, request, by, settings.store().keep(), leases, clock, stop, trouble);
  }

  @Override
  public FactsForSimulation factsForSimulation(NamedSync sync, Consumer<String> trouble) {
    var connection = store.get();
    if (!connection.isThere()) {
      return FactsForSimulation.none();
    }
    var intercom = sync.definition().settings().intercom();
    var memory = storeMemory(sync, trouble);
    return FactsForSimulation.find(
        Rosters.nameOf(sync.definition().settings()),
        IntercomAccess.of(intercom),
        intercom.workspace(),
        memory.targets(),
        new FactsForSimulation.Source() {
          @Override
          public LearnedFacts of(Target target) {
            return memory.of(target);
          }

          @Override
          public LearnedFacts unclaimed(RosterName roster) {
            return memory.unclaimed(roster);
          }
        });
  }

  /// The question does not make a store if there is none.
  @Override
  public RunMemory memory(NamedSync sync, Consumer<String> trouble) {
    return store.get().isThere() ? storeMemory(sync, trouble).ofPreview() : RunMemory.none();
  }

  /// Whose failing is expected in a sync.
  ///
  /// @throws RunStopped when no run has found its workspace yet
  Ignores ignores(NamedSync sync) {
    var target =
        Optional.of(store.get())
            .filter(StoreConnection::isThere)
            .flatMap(_ -> storeMemory(sync, ProgramSurroundings::unusable).lastTarget())
            .orElseThrow(() ->
                new RunStopped(
                    RunStopped.Kind.FAILED,
                    "No run of sync %s has found its workspace yet, so nobody can have failed in it. 'rollcall sync' makes the first."
                        .formatted(sync.name())));
    return new Ignores(
        sync.name(),
        target,
        new SqlKnownIgnores(store.get(), target, clock),
        new SqlKnownFailures(store.get(), target, clock, ProgramSurroundings::unusable),
        starter.get().who(),
        clock);
  }

  /// The run that writes to the workspace of a sync now; empty where none does.
  Optional<String> writer(NamedSync sync) {
    return Optional.of(store.get())
        .filter(StoreConnection::isThere)
        .flatMap(_ -> writer(sync, storeMemory(sync, ProgramSurroundings::unusable)))
        .map(LeaseRow::run);
  }

  /// Also a run that was refused because another one writes has found the workspace.
  private Optional<LeaseRow> writer(NamedSync sync, StoreMemory memory) {
    return history().runs(new RunFilter(Optional.of(sync.name()), Optional.empty()), 1).stream()
        .flatMap(run -> run.target().stream())
        .findFirst()
        .or(memory::lastTarget)
        .flatMap(memory::writer);
  }

  private static void unusable(String sentence) {
    throw new RunStopped(RunStopped.Kind.FAILED, sentence + ".");
  }

  /// Who may use the service, and what they did.
  Access access() {
    var connection = store.get();
    return new Access(
        new StoredTokens(connection, connection::isThere),
        new StoredAudit(connection, connection::isThere),
        starter.get(),
        clock);
  }

  /// The accounts of people who use the service.
  People people() {
    var connection = store.get();
    return new People(
        new StoredPeople(connection, connection::isThere),
        new StoredSessions(connection),
        starter.get(),
        clock);
  }

  /// Stops the runs of a sync from beginning.
  Brake brake(NamedSync sync) {
    return new Brake(
        sync.name(),
        Rosters.nameOf(sync.definition().settings()),
        pause(sync),
        starter.get().who(),
        clock);
  }

  /// The pause of a sync. A question about it makes no store; to pause makes one.
  private KnownPause pause(NamedSync sync) {
    var kept = storeMemory(sync, ProgramSurroundings::unusable).pause();
    return new KnownPause() {
      @Override
      public Optional<Pause> get() {
        return store.get().isThere() ? kept.get() : Optional.empty();
      }

      @Override
      public void set(Pause pause) {
        kept.set(pause);
      }

      @Override
      public void end() {
        if (store.get().isThere()) {
          kept.end();
        }
      }
    };
  }

  private StoreMemory storeMemory(NamedSync sync, Consumer<String> trouble) {
    return new StoreMemory(
        store.get(),
        sync,
        leases,
        clock,
        new HeldLease.Terms(leases.life(), false, _ -> {}, () -> Duration.ZERO, () -> {}),
        trouble);
  }

  /// The question does not make a store if there is none.
  @Override
  public History history() {
    var connection = store.get();
    if (!connection.isThere()) {
      return History.none();
    }
    var now = LeaseClock.ofMachine(clock);
    return new LeasedHistory(
        connection.get().history(), new SqlLeaseRecord(connection, now), leases.holder(), now);
  }

  /// The store that remembers runs.
  StoreConnection store() {
    return store.get();
  }

  @Override
  public void close() {
    if (rates.isRead()) {
      rates.get().close();
    }
    if (store.isRead()) {
      store.get().close();
    }
  }
}
