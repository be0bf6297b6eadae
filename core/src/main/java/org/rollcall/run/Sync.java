package org.rollcall.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.rollcall.apply.Applied;
import org.rollcall.model.SyncName;
import org.rollcall.model.Tolerance;
import org.rollcall.plan.Safeguard;

/// The nightly job: find out what the run is about, read the roster, read Intercom, make a plan,
/// check it, apply it, tell what happened.
public final class Sync {
  private final SyncName name;
  private final Preflight preflight;
  private final Directory directory;
  private final KnownPause pause;
  private final Lease lease;
  private final RunParts.Wiring wiring;
  private final Optional<Safeguard> safeguard;
  private final MappingRule mapping;
  private final Tolerance tolerance;
  private final IntSupplier calls;
  private final InstantSource clock;

  /// @param name which of the program's syncs it is
  /// @param directory the workspace, for the preflight
  /// @param pause whether somebody has paused the sync; asked once, before anything is read
  /// @param lease taken once, however often the run plans
  /// @param wiring puts the rest together once the target is known
  /// @param safeguard what judges the plan; empty where the operator overrides it
  /// @param mapping how contacts are made
  /// @param tolerance after which failures a scheduler may take the run for a success
  /// @param calls how many calls were made to Intercom until now
  public Sync(
      SyncName name,
      Preflight preflight,
      Directory directory,
      KnownPause pause,
      Lease lease,
      RunParts.Wiring wiring,
      Optional<Safeguard> safeguard,
      MappingRule mapping,
      Tolerance tolerance,
      IntSupplier calls,
      InstantSource clock) {
    this.name = name;
    this.preflight = preflight;
    this.directory = directory;
    this.pause = pause;
    this.lease = lease;
    this.wiring = wiring;
    this.safeguard = safeguard;
    this.mapping = mapping;
    this.tolerance = tolerance;
    this.calls = calls;
    this.clock = clock;
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
    var reports = new Reports(name, run, clock, calls);
    events.accept(new RunEvent.Started(run, Basis.INTERCOM));
    var report = report(reports, run, limit, stop, events);
    events.accept(new RunEvent.Finished(report));
    return report;
  }

  private Report report(
      Reports reports,
      String run,
      OptionalInt limit,
      BooleanSupplier stop,
      Consumer<RunEvent> events) {
    try {
      stopIfPaused();
      var target = preflight.target(directory);
      reports.admitted(target);
      events.accept(new RunEvent.Admitted(target));
      try (var hold = lease.hold(target, run)) {
        BooleanSupplier over = () -> stop.getAsBoolean() || !hold.isSure();
        var attributes = preflight.check(target, directory);
        var parts = wiring.of(new RunParts.Admitted(target, attributes, hold));
        events.accept(new RunEvent.Recalled(parts.facts().lastNotices().sentences()));
        var report = new Course(run, parts, attributes, limit, over, events).report(reports);
        parts.contacts().seenTo();
        return report;
      }
    } catch (InterruptedException _) {
      return reports.ended(Report.Status.INTERRUPTED, Optional.empty());
    } catch (RunStopped stopped) {
      var reason = Optional.ofNullable(stopped.getMessage());
      return switch (stopped.kind()) {
        case FAILED, MISSING -> reports.ended(Report.Status.FAILED, reason);
        case REFUSED -> reports.ended(Report.Status.REFUSED, reason);
        case PAUSED -> reports.ended(Report.Status.PAUSED, reason);
        case INTERRUPTED -> reports.ended(Report.Status.INTERRUPTED, reason);
        case SETTINGS -> throw stopped;
      };
    }
  }

  private void stopIfPaused() {
    pause
        .get()
        .filter(each -> each.isOn(clock.instant()))
        .ifPresent(each -> {
          throw new RunStopped(
              RunStopped.Kind.PAUSED,
              "Sync %s is paused %s. Nothing was read or written. 'rollcall resume%s' ends the pause."
                  .formatted(
                      name,
                      each.inWords(),
                      name.equals(SyncName.DEFAULT) ? "" : " --sync " + name));
        });
  }

  /// What follows once the run may write.
  private final class Course {
    private final String run;
    private final RunParts parts;
    private final AttributeShapes attributes;
    private final OptionalInt limit;
    private final BooleanSupplier over;
    private final Consumer<RunEvent> events;
    private final PlanCheck check;

    Course(
        String run,
        RunParts parts,
        AttributeShapes attributes,
        OptionalInt limit,
        BooleanSupplier over,
        Consumer<RunEvent> events) {
      this.run = run;
      this.parts = parts;
      this.attributes = attributes;
      this.limit = limit;
      this.over = over;
      this.events = events;
      this.check =
          PlanCheck.of(
              safeguard,
              parts.wholeRoster(),
              parts.facts(),
              mapping,
              limit.isPresent(),
              clock.instant());
    }

    Report report(Reports reports) throws InterruptedException {
      var planned = parts.planning().plan(limit, events);
      check.check(planned);
      accept();
      parts.contacts().putBack(planned.plan(), events);
      var rest = bulk(planned);
      var applied = apply(rest);
      remember(planned, rest, applied);
      return reports.of(rest.planned(), applied, news(applied), tolerance);
    }

    /// What is new about those who failed, which the next run then knows.
    private FailureNews news(Applied applied) {
      var failures = parts.facts().failures();
      var last = failures.last();
      var outcomes = applied.outcomes();
      var news = FailureNews.of(outcomes, last, failures.ignored());
      var whole = parts.wholeRoster() && limit.isEmpty() && applied.whole();
      var known = FailureNews.after(outcomes, last, whole, clock.instant());
      if (!known.equals(List.copyOf(last.values()))) {
        failures.remember(known);
      }
      return news;
    }

    /// Kept before anything is written: whoever goes on after an interrupted run may change the
    /// rest.
    private void accept() {
      if ((mapping.accepting() || safeguard.isEmpty()) && !check.mapping().isEmpty()) {
        parts.facts().mapping().accept(mapping.now());
      }
    }

    private void remember(Planned planned, BulkResult rest, Applied applied) {
      var facts = parts.facts();
      if (limit.isEmpty() && isGood(applied)) {
        facts.mapping().remember(mapping.now());
      }
      parts.last().remember(planned.target().workspace());
      facts
          .pastRuns()
          .remember(
              Footprint.of(
                  run,
                  clock.instant(),
                  members(planned, applied),
                  joined(planned, applied),
                  applied.outcomes(),
                  check.meant(),
                  safeguard.isEmpty()));
      facts
          .refusedFields()
          .remember(
              Refusals.among(
                  planned.plan().changes(), applied.outcomes(), facts.refusedFields(), attributes));
      facts.refusedFields().remember(Refusals.fought(planned.fights(), attributes));
      facts
          .endings()
          .remember(LearnedEndings.of(rest.planned(), applied.outcomes(), clock.instant()));
      facts.refusedFields().rememberMerges(Refusals.merges(applied.outcomes()));
      facts
          .lastWritten()
          .remember(Leavings.of(rest.planned().plan().changes(), applied.outcomes()));
    }

    /// Whether most contacts are as the mapping says now.
    private static boolean isGood(Applied applied) {
      var totals = Tally.of(applied.outcomes());
      return applied.whole() && applied.denial().isEmpty() && totals.failed() * 2 <= totals.total();
    }

    private Map<String, Integer> joined(Planned planned, Applied applied) {
      if (!applied.whole()) {
        return Map.of();
      }
      var counts = new TreeMap<>(planned.plan().whole().rowsByKey());
      if (!counts.isEmpty() && limit.isEmpty()) {
        counts.putAll(Contacts.after(planned, applied));
      }
      return counts;
    }

    /// Only a run of everybody that came to its end tells how many members there are.
    private OptionalInt members(Planned planned, Applied applied) {
      return limit.isEmpty() && applied.whole()
          ? OptionalInt.of(planned.plan().counts().total())
          : OptionalInt.empty();
    }

    private BulkResult bulk(Planned planned) {
      return parts
          .bulk()
          .map(load -> load.load(planned, this::again, over, events))
          .orElseGet(() -> BulkResult.nothing(planned));
    }

    /// Both sides read and planned anew; what was noticed before is not told a second time.
    private Planned again(PlanSource source) throws InterruptedException {
      var planned =
          source.plan(
              limit,
              event -> {
                if (!(event instanceof RunEvent.Noticed)) {
                  events.accept(event);
                }
              });
      check.check(planned);
      return planned;
    }

    private Applied apply(BulkResult rest) {
      var plan = rest.planned().plan();
      var counts = plan.counts();
      events.accept(new RunEvent.Applying(plan.changes().size(), counts.written()));
      var progress = new ProgressTeller(plan, events);
      rest.leftOpen().forEach(progress::settled);
      var applied =
          parts
              .applier()
              .apply(rest.planned().roll())
              .within(check.leeway(rest.planned()))
              .knowing(rest.planned().held()::of)
              .apply(
                  rest.changes(),
                  () -> rest.isOver() || over.getAsBoolean(),
                  new ToldDeeds(events),
                  outcome -> progress.settled(rest.credited(outcome)));
      return rest.complete(applied);
    }
  }
}
