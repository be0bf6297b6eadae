package org.rollcall.app;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.rollcall.bulk.FirstLoad;
import org.rollcall.plan.Safeguard;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Preflight;
import org.rollcall.run.Report;
import org.rollcall.run.RevivalGuard;
import org.rollcall.run.Sync;

/// A run that may write, and what it has at hand.
///
/// @param id the run's
/// @param noting the way to Intercom for whatever writes
/// @param stop once it says true, nothing new is begun
record RunInProgress(
    String id,
    SyncWiring assembly,
    LearnedFacts knowledge,
    IntercomClient client,
    RevivalGuard noting,
    BooleanSupplier stop) {
  /// The whole of a plan of everybody.
  Report all(Preflight preflight, Optional<Safeguard> safeguard, OptionalInt limit, int batchSize) {
    var sync = sync(assembly.planning(client, preflight), safeguard, knowledge, batchSize);
    var bulk = assembly.setup().settings().intercom().bulk();
    return run(bulk ? sync.with(firstLoad(preflight)) : sync, limit);
  }

  private FirstLoad firstLoad(Preflight preflight) {
    var anew = assembly.planningByTheList(client, preflight, assembly.mapping());
    return new FirstLoad(client.gateway(), assembly.sleep(), anew);
  }

  /// A plan of some members alone.
  Report some(PlanSource planning, Optional<Safeguard> safeguard) {
    var batchSize = assembly.setup().settings().batchSize();
    return run(sync(planning, safeguard, knowledge.ofSome(), batchSize), OptionalInt.empty());
  }

  private Sync sync(
      PlanSource planning, Optional<Safeguard> safeguard, LearnedFacts known, int batchSize) {
    return new Sync(
            planning,
            safeguard,
            known.lastGoodRun(),
            assembly.applier(noting, batchSize),
            client::calls,
            assembly.clock())
        .with(known.refusedFields())
        .with(known.contactIndex());
  }

  private Report run(Sync sync, OptionalInt limit) {
    return sync.run(id, limit, stop, assembly.events());
  }
}
