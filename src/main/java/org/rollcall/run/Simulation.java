package org.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.apply.Outcome;
import org.rollcall.model.Computed;

/// A run that reads the roster and prepares every contact, and makes no call to Intercom at all.
public final class Simulation {
  private final Reading reading;
  private final InstantSource clock;

  public Simulation(Reading reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// Runs once. Not knowing Intercom it cannot tell a create from an update: what would be either
  /// is counted as updated.
  ///
  /// @throws RunStopped when the roster cannot be read whole
  public Report run(String run, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    var started = clock.instant();
    events.accept(new RunEvent.Started(run, true));
    var mustered = reading.read(limit, events);
    mustered.notices().forEach(notice -> events.accept(new RunEvent.Noticed(notice)));
    var outcomes = outcomes(mustered);
    tell(outcomes, events);
    var report = report(run, started, outcomes, mustered.requests());
    events.accept(new RunEvent.Finished(report));
    return report;
  }

  private static List<Outcome> outcomes(Mustered mustered) {
    var wanted = mustered.wanted();
    return new Computed<>(
        mustered.members(),
        index ->
            index < wanted.size()
                ? Outcome.prepared(wanted.get(index))
                : Outcome.skipped(mustered.skips().get(index - wanted.size())));
  }

  private static void tell(List<Outcome> outcomes, Consumer<RunEvent> events) {
    int done = 0;
    for (var outcome : outcomes) {
      events.accept(new RunEvent.Settled(outcome, ++done, outcomes.size()));
    }
  }

  private Report report(String run, Instant started, List<Outcome> outcomes, int requests) {
    return new Report(
        run,
        Report.Status.SUCCEEDED,
        started,
        clock.instant(),
        true,
        Tally.of(outcomes),
        new Report.Requests(0, requests),
        outcomes,
        Optional.empty());
  }
}
