package org.rollcall.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.rollcall.apply.Applied;
import org.rollcall.apply.Applier;
import org.rollcall.model.Computed;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Safeguard;

/// The nightly job: read the roster, read Intercom, make a plan, check it, apply it, tell what
/// happened.
public final class Sync {
  private final PlanSource planning;
  private final Optional<Safeguard> safeguard;
  private final LastGoodRun lastGoodRun;
  private final Function<Roll, Applier> applier;
  private final IntSupplier calls;
  private final InstantSource clock;
  private final Optional<BulkLoad> bulk;
  private final RefusedFields refused;
  private final LastWritten index;

  /// @param safeguard what judges the plan; empty where the operator overrides it
  /// @param applier what carries a plan out, knowing who is on the roster
  /// @param calls how many calls were made to Intercom until now
  public Sync(
      PlanSource planning,
      Optional<Safeguard> safeguard,
      LastGoodRun lastGoodRun,
      Function<Roll, Applier> applier,
      IntSupplier calls,
      InstantSource clock) {
    this(
        planning,
        safeguard,
        lastGoodRun,
        applier,
        calls,
        clock,
        Optional.empty(),
        RefusedFields.none(),
        LastWritten.none());
  }

  private Sync(
      PlanSource planning,
      Optional<Safeguard> safeguard,
      LastGoodRun lastGoodRun,
      Function<Roll, Applier> applier,
      IntSupplier calls,
      InstantSource clock,
      Optional<BulkLoad> bulk,
      RefusedFields refused,
      LastWritten index) {
    this.planning = planning;
    this.safeguard = safeguard;
    this.lastGoodRun = lastGoodRun;
    this.applier = applier;
    this.calls = calls;
    this.clock = clock;
    this.bulk = bulk;
    this.refused = refused;
    this.index = index;
  }

  /// The same job, handing large plans' creates to Intercom in bulk.
  public Sync with(BulkLoad load) {
    return new Sync(
        planning, safeguard, lastGoodRun, applier, calls, clock, Optional.of(load), refused, index);
  }

  /// The same job, remembering what Intercom refuses.
  public Sync with(RefusedFields memory) {
    return new Sync(planning, safeguard, lastGoodRun, applier, calls, clock, bulk, memory, index);
  }

  /// The same job, remembering how it leaves the contacts.
  public Sync with(LastWritten contacts) {
    return new Sync(
        planning, safeguard, lastGoodRun, applier, calls, clock, bulk, refused, contacts);
  }

  /// Runs once. However it ends, [RunEvent.Finished] tells it, and the report says it: a broken
  /// source, a refused plan and an interruption are reports like any other.
  ///
  /// @param run the run's id
  /// @param limit only the first this many members; empty for all
  /// @param stop once it says true, nothing new is begun
  /// @throws RunStopped only when the settings do not fit what they describe; nothing is written
  ///   then
  public Report run(
      String run, OptionalInt limit, BooleanSupplier stop, Consumer<RunEvent> events) {
    var started = clock.instant();
    events.accept(new RunEvent.Started(run, Basis.INTERCOM));
    var report = report(run, started, limit, stop, events);
    events.accept(new RunEvent.Finished(report));
    return report;
  }

  private Report report(
      String run,
      Instant started,
      OptionalInt limit,
      BooleanSupplier stop,
      Consumer<RunEvent> events) {
    try {
      var planned = planning.plan(limit, events);
      check(planned, limit);
      var loaded = load(planned, limit, stop, events);
      var applied = apply(loaded, stop, events);
      if (limit.isEmpty() && applied.whole()) {
        lastGoodRun.remember(planned.plan().counts().total());
      }
      refused.remember(Refusals.among(planned.plan().changes(), applied.outcomes()));
      index.remember(Leavings.of(loaded.planned().plan().changes(), applied.outcomes()));
      return report(run, started, loaded.planned(), applied);
    } catch (InterruptedException _) {
      return ended(run, started, Report.Status.INTERRUPTED, Optional.empty());
    } catch (RunStopped stopped) {
      return switch (stopped.kind()) {
        case FAILED -> ended(run, started, Report.Status.FAILED, sentence(stopped));
        case REFUSED -> ended(run, started, Report.Status.REFUSED, sentence(stopped));
        case SETTINGS -> throw stopped;
      };
    }
  }

  private void check(Planned planned, OptionalInt limit) {
    var before = limit.isPresent() ? OptionalInt.empty() : lastGoodRun.members();
    safeguard
        .map(guard -> guard.objections(planned.plan(), planned.users(), before))
        .filter(objections -> !objections.isEmpty())
        .ifPresent(objections -> {
          throw new RunStopped(RunStopped.Kind.REFUSED, refusal(objections));
        });
  }

  private static String refusal(List<String> objections) {
    return String.join("\n", objections)
        + "\nLook at `rollcall plan`; if it is right, run `rollcall sync --force` or raise"
        + " the limits under `safeguard:` in the settings.";
  }

  private BulkResult load(
      Planned planned, OptionalInt limit, BooleanSupplier stop, Consumer<RunEvent> events) {
    return bulk.map(
            load -> load.load(planned, source -> again(source, limit, events), stop, events))
        .orElseGet(() -> BulkResult.nothing(planned));
  }

  /// Both sides read and planned anew; what was noticed before is not told a second time.
  private Planned again(PlanSource source, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    var planned =
        source.plan(
            limit,
            event -> {
              if (!(event instanceof RunEvent.Noticed)) {
                events.accept(event);
              }
            });
    check(planned, limit);
    return planned;
  }

  private Applied apply(BulkResult loaded, BooleanSupplier stop, Consumer<RunEvent> events) {
    var plan = loaded.planned().plan();
    var counts = plan.counts();
    events.accept(new RunEvent.Applying(plan.changes().size(), counts.create() + counts.update()));
    var telling = new ProgressTeller(plan, events);
    loaded.leftOpen().forEach(telling::settled);
    var rest =
        applier
            .apply(loaded.planned().roll())
            .apply(
                loaded.changes(),
                () -> loaded.isOver() || stop.getAsBoolean(),
                change -> events.accept(new RunEvent.Intended(change)),
                outcome -> telling.settled(loaded.credited(outcome)));
    return loaded.complete(rest);
  }

  private Report report(String run, Instant started, Planned planned, Applied applied) {
    var totals = Tally.of(applied.outcomes());
    return new Report(
        run,
        status(applied, totals),
        started,
        clock.instant(),
        Basis.INTERCOM,
        totals,
        new Report.Requests(calls.getAsInt(), planned.sourceRequests()),
        Computed.where(applied.outcomes(), Report::names),
        applied.denial());
  }

  private static Report.Status status(Applied applied, Totals totals) {
    if (applied.denial().isPresent()) {
      return Report.Status.FAILED;
    }
    if (!applied.whole()) {
      return Report.Status.INTERRUPTED;
    }
    return totals.failed() > 0 ? Report.Status.PARTIAL : Report.Status.SUCCEEDED;
  }

  private static Optional<String> sentence(RunStopped stopped) {
    return Optional.ofNullable(stopped.getMessage());
  }

  /// A run that ended before anything was written.
  private Report ended(String run, Instant started, Report.Status status, Optional<String> reason) {
    return new Report(
        run,
        status,
        started,
        clock.instant(),
        Basis.INTERCOM,
        Totals.NONE,
        new Report.Requests(calls.getAsInt(), 0),
        List.of(),
        reason);
  }
}
