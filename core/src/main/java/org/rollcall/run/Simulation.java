package org.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;
import org.rollcall.model.SyncName;
import org.rollcall.model.Target;
import org.rollcall.model.Wanted;

/// A run that reads the roster and prepares every contact, and makes no call to Intercom at all.
public final class Simulation {
  private final SyncName sync;
  private final Optional<Target> target;
  private final Reading reading;
  private final Map<MemberId, Fingerprint> known;
  private final Basis basis;
  private final InstantSource clock;

  /// @param sync which of the program's syncs it is
  /// @param target as earlier runs found it; empty where none did
  /// @param index how earlier runs left the contacts
  /// @param basis the index, or the roster alone where nothing is known of Intercom
  public Simulation(
      SyncName sync,
      Optional<Target> target,
      Reading reading,
      LastWritten index,
      Basis basis,
      InstantSource clock) {
    this.sync = sync;
    this.target = target;
    this.reading = reading;
    this.known = index.contacts();
    this.basis = basis;
    this.clock = clock;
  }

  /// Runs once. Where no run has left an index it cannot tell a create from an update: what would
  /// be either is counted as updated.
  ///
  /// @throws RunStopped when the roster cannot be read whole
  public Report run(String run, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    var started = clock.instant();
    events.accept(new RunEvent.Started(run, basis));
    var mapped = reading.read(limit, events);
    mapped.notices().forEach(notice -> events.accept(new RunEvent.Noticed(notice)));
    var outcomes = outcomes(mapped);
    tell(outcomes, events);
    var report = report(run, started, outcomes, mapped.requests());
    events.accept(new RunEvent.Finished(report));
    return report;
  }

  private List<Outcome> outcomes(MappedRoster mapped) {
    var wanted = mapped.wanted();
    return new ComputedList<>(
        mapped.members(),
        index ->
            index < wanted.size()
                ? prepared(wanted.get(index))
                : Outcome.skipped(mapped.skips().get(index - wanted.size())));
  }

  private Outcome prepared(Wanted wanted) {
    var left = known.get(wanted.member());
    if (left == null) {
      return Outcome.prepared(
          wanted, basis == Basis.ROSTER ? new Result.Updated() : new Result.Created());
    }
    return Outcome.prepared(
        wanted,
        left.equals(Fingerprint.of(wanted)) ? new Result.Unchanged() : new Result.Updated());
  }

  private static void tell(List<Outcome> outcomes, Consumer<RunEvent> events) {
    int done = 0;
    for (var outcome : outcomes) {
      events.accept(new RunEvent.Settled(outcome, ++done, outcomes.size()));
    }
  }

  private List<Outcome> worthTelling(List<Outcome> outcomes) {
    return basis == Basis.ROSTER ? outcomes : ComputedList.where(outcomes, Report::names);
  }

  private Report report(String run, Instant started, List<Outcome> outcomes, int requests) {
    return new Report(
        sync,
        run,
        target,
        Report.Status.SUCCEEDED,
        started,
        clock.instant(),
        basis,
        Tally.of(outcomes),
        new Report.Requests(0, requests),
        worthTelling(outcomes),
        Optional.empty());
  }
}
