package org.rollcall.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.run.AttributeShapes;
import org.rollcall.run.KnownRefusals;
import org.rollcall.run.Reading;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;
import org.rollcall.run.SerializedListener;
import org.rollcall.run.Simulation;
import org.rollcall.run.Stop;

/// A run that reads the roster and makes no call to Intercom at all.
record SimulatedRun(NamedSync sync, RunSurroundings surroundings, InstantSource clock) {
  /// @param limit only the first this many members; empty for what the settings say
  Report run(String id, OptionalInt limit, Stop stop, Consumer<RunEvent> events)
      throws InterruptedException {
    var heard = new SerializedListener<>(events);
    var known =
        surroundings.factsForSimulation(
            sync, new OncePerSentence(sentence -> heard.accept(new RunEvent.Warned(sentence))));
    known.warning().ifPresent(sentence -> heard.accept(new RunEvent.Warned(sentence)));
    var settings = sync.definition().settings();
    var simulation =
        new Simulation(
            sync.name(),
            known.target(),
            reading(known, stop),
            known.facts().lastWritten(),
            known.basis(),
            clock);
    return simulation.run(id, limit.isPresent() ? limit : settings.limit(), heard);
  }

  private Reading reading(FactsForSimulation known, Stop stop) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var refusals = new KnownRefusals(known.facts().refusedFields(), AttributeShapes.UNKNOWN);
    var projection = sync.definition().projection();
    return new Reading(
        Rosters.fresh(sync.definition().settings(), new Sleep(stop), clock),
        member -> refusals.from(projection.project(member, today)));
  }
}
