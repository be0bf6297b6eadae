package org.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
    tell(mustered, events);
    var report = report(run, started, mustered);
    events.accept(new RunEvent.Finished(report));
    return report;
  }

  private static void tell(Mustered mustered, Consumer<RunEvent> events) {
    int done = 0;
    for (var wanted : mustered.wanted()) {
      events.accept(new RunEvent.Prepared(wanted, ++done, mustered.members()));
    }
    mustered.skips().forEach(skip -> events.accept(new RunEvent.WouldSkip(skip)));
  }

  private Report report(String run, Instant started, Mustered mustered) {
    int skipped = mustered.skips().size();
    int upserts = mustered.wanted().size();
    return new Report(
        run,
        Report.Status.SUCCEEDED,
        started,
        clock.instant(),
        true,
        new Totals(mustered.members(), 0, upserts, 0, skipped, 0, 0),
        new Report.Requests(0, mustered.requests()),
        List.of(),
        Optional.empty());
  }
}
