package org.rollcall.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;
import org.rollcall.plan.DeedRecord;
import org.rollcall.plan.Leeway;
import org.rollcall.plan.PastDeed;
import org.rollcall.plan.PlannedDeeds;

/// Carries a plan out: several members at once, each by its own steps, outcomes in the plan's
/// order.
///
/// Members end one by one and none stops the others, unless Intercom refuses the token: then no
/// further member is begun. Members that end in an identity clash are tried once more at the end,
/// since what stood in their way may have moved meanwhile.
public final class Applier {
  private final Gateway gateway;
  private final Recovery recovery;
  private final BooleanSupplier isListOld;
  private final Outage outage;
  private final CommonRefusals refusals;
  private final int concurrency;
  private final int batchSize;
  private final UnplannedArchives unplanned;
  private final Function<Change, Optional<Outcome>> known;
  private final AtomicReference<Optional<String>> denial = new AtomicReference<>(Optional.empty());

  /// @param concurrency members in flight at once
  /// @param batchSize how many members that need a call are taken up at a time; between batches
  ///   everything that was begun is finished
  /// @param isListOld whether so much time has passed since the contacts were listed that one may
  ///   be somebody else's by now: then it is read before it is taken, or put away
  /// @param outage holds members back while Intercom takes no writes
  /// @param refusals leaves out what Intercom refuses for everybody
  public Applier(
      Gateway gateway,
      Recovery recovery,
      BooleanSupplier isListOld,
      Outage outage,
      CommonRefusals refusals,
      int concurrency,
      int batchSize) {
    this(
        gateway,
        recovery,
        isListOld,
        outage,
        refusals,
        concurrency,
        batchSize,
        new UnplannedArchives(Leeway.UNLIMITED),
        _ -> Optional.empty());
  }

  private Applier(
      Gateway gateway,
      Recovery recovery,
      BooleanSupplier isListOld,
      Outage outage,
      CommonRefusals refusals,
      int concurrency,
      int batchSize,
      UnplannedArchives unplanned,
      Function<Change, Optional<Outcome>> known) {
    this.gateway = gateway;
    this.recovery = recovery;
    this.isListOld = isListOld;
    this.outage = outage;
    this.refusals = refusals;
    this.concurrency = concurrency;
    this.batchSize = batchSize;
    this.unplanned = unplanned;
    this.known = known;
  }

  /// The same, putting away no more contacts than `leeway` says beside those in the plan.
  public Applier within(Leeway leeway) {
    return with(new UnplannedArchives(leeway), known);
  }

  /// The same, beginning no change whose end is known.
  ///
  /// @param endings how a change ends; empty where that is not known
  public Applier knowing(Function<Change, Optional<Outcome>> endings) {
    return with(unplanned, endings);
  }

  private Applier with(UnplannedArchives archives, Function<Change, Optional<Outcome>> endings) {
    return new Applier(
        gateway, recovery, isListOld, outage, refusals, concurrency, batchSize, archives, endings);
  }

  /// Carries out `changes`.
  ///
  /// @param stop asked before each member that needs a call; once it says true no further member is
  ///   begun
  /// @param log hears the changes that ask something of Intercom before their first call, and
  ///   whatever else is done before it is
  /// @param settled told each outcome, in the plan's order but for the second tries, which come
  ///   last; called by one thread
  public Applied apply(
      List<Change> changes, BooleanSupplier stop, DeedLog log, Consumer<Outcome> settled) {
    var outcomes = new HashMap<MemberId, Outcome>();
    var reached = new AtomicInteger();
    var waiting = new ArrayList<Change>();
    var first = new Pass(stop, log, Optional.empty());
    first.run(
        changes,
        (change, outcome) -> {
          if (Outcomes.isUnreached(outcome)) {
            return;
          }
          reached.incrementAndGet();
          if (mayYetSettle(outcome.result())) {
            waiting.add(change);
          } else {
            settled.accept(outcome);
          }
          if (!change.isQuiet()) {
            outcomes.put(change.member(), outcome);
          }
        });
    new Pass(stop, log, Optional.of(first))
        .run(
            List.copyOf(waiting),
            (change, outcome) -> {
              if (!Outcomes.isUnreached(outcome)) {
                outcomes.merge(
                    change.member(), outcome, (before, after) -> after.following(before));
              }
            });
    waiting.forEach(change -> settled.accept(outcomes.get(change.member())));
    return new Applied(
        new ComputedList<>(changes.size(), index -> outcome(changes.get(index), outcomes)),
        reached.get() == changes.size(),
        denial.get());
  }

  /// Whether what stood in a member's way may be gone by the end of the run.
  private static boolean mayYetSettle(Result result) {
    return switch (result) {
      case Result.IdentityClash _ -> true;
      case Result.Failed failed -> failed.passing();
      case Result.Created _,
          Result.Updated _,
          Result.Unchanged _,
          Result.Skipped _,
          Result.Departed _,
          Result.NeedsPerson _ ->
          false;
    };
  }

  /// The outcomes of quiet members are always the same, so they are not kept.
  private static Outcome outcome(Change change, Map<MemberId, Outcome> outcomes) {
    var outcome = outcomes.get(change.member());
    return outcome == null ? Outcomes.unreached(change) : outcome;
  }

  /// One way through the plan, or through those who wait for a second try.
  private final class Pass {
    private final BooleanSupplier stop;
    private final DeedLog log;
    private final Optional<Pass> earlier;

    /// What was done for members who may be tried once more.
    private final Map<MemberId, List<DeedRecord>> deeds = new ConcurrentHashMap<>();

    Pass(BooleanSupplier stop, DeedLog log, Optional<Pass> earlier) {
      this.stop = stop;
      this.log = log;
      this.earlier = earlier;
    }

    void run(List<Change> changes, Ended ended) {
      var contested = new ArrayList<Change>();
      run(
          ComputedList.where(
              changes, change -> !(recovery.isContested(change) && contested.add(change))),
          concurrency,
          ended);
      run(recovery.inOrder(contested), 1, ended);
    }

    private void run(List<Change> changes, int atOnce, Ended ended) {
      Batching.cut(changes)
          .gather(Batching.batches(batchSize))
          .forEachOrdered(batch -> carryOut(batch, atOnce, ended));
    }

    private void carryOut(List<List<Change>> batch, int atOnce, Ended ended) {
      if (isOver()) {
        return;
      }
      begin(batch);
      batch.stream()
          .takeWhile(_ -> !isOver())
          .gather(Gatherers.mapConcurrent(atOnce, this::settle))
          .flatMap(endings -> endings)
          .forEachOrdered(ending -> ended.accept(ending.change(), ending.outcome()));
    }

    private boolean isOver() {
      return stop.getAsBoolean() || denial.get().isPresent();
    }

    /// Of a second try each deed is told by itself, beside what the first one did.
    private void begin(List<List<Change>> batch) {
      if (earlier.isEmpty()) {
        var asking =
            batch.stream()
                .flatMap(List::stream)
                .filter(change -> change.asks() && known.apply(change).isEmpty())
                .toList();
        if (!asking.isEmpty()) {
          log.begin(asking);
        }
      }
    }

    /// The endings of a stretch. Those of members who need no call are made only when somebody
    /// listens.
    private Stream<Ending> settle(List<Change> stretch) {
      var last = settle(stretch.getLast());
      var others = stretch.subList(0, stretch.size() - 1).stream();
      return Stream.concat(others.map(this::settle), Stream.of(last));
    }

    /// Most members of a night are right already, and nothing is put together for them.
    private Ending settle(Change change) {
      var unbegun =
          change.asks()
              ? known.apply(change).or(() -> refusals.unbegun(change))
              : Optional.<Outcome>empty();
      if (unbegun.isPresent()) {
        return new Ending(change, unbegun.get());
      }
      return change.asks() ? admitted(change) : tried(change);
    }

    /// During an outage nobody is begun but who tries whether it is over.
    private Ending admitted(Change change) {
      try {
        var admission = outage.admit();
        return admission == Outage.Admission.STAY ? unreached(change) : tried(change, admission);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return unreached(change);
      }
    }

    private static Ending unreached(Change change) {
      return new Ending(change, Outcomes.unreached(change));
    }

    private Ending tried(Change change) {
      return change.isQuiet() ? unreached(change) : tried(change, Outage.Admission.GO);
    }

    private Ending tried(Change change, Outage.Admission admission) {
      var done = earlier.map(pass -> pass.deedsFor(change)).orElse(List.of());
      var recorder = recorder(change, done);
      try {
        return tried(change, recorder, done);
      } finally {
        if (change.asks()) {
          outage.ended(admission, recorder.unanswered()).ifPresent(this::end);
        }
      }
    }

    private void end(String why) {
      denial.set(Optional.of(why));
    }

    private Ending tried(Change change, DeedRecorder recorder, List<DeedRecord> done) {
      var member = new MemberApplier(recorder, recovery, this::isPlanOld, done, unplanned);
      var less = refusals.less(change);
      var outcome = refusals.told(change, less, member.settle(less));
      member.denial().ifPresent(this::end);
      note(change.member(), outcome, recorder.deeds());
      return new Ending(change, outcome);
    }

    /// What a second try finds has changed since the plan was made, by the first try at least.
    private boolean isPlanOld() {
      return earlier.isPresent() || isListOld.getAsBoolean();
    }

    private List<DeedRecord> deedsFor(Change change) {
      return deeds.getOrDefault(change.member(), List.of());
    }

    private DeedRecorder recorder(Change change, List<DeedRecord> done) {
      var told = earlier.isPresent() ? List.<PastDeed>of() : PlannedDeeds.of(change);
      return new DeedRecorder(gateway, log, change, told, done);
    }

    private void note(MemberId member, Outcome outcome, List<DeedRecord> done) {
      if (!done.isEmpty()) {
        log.done(member, done);
        if (mayYetSettle(outcome.result())) {
          deeds.put(member, done);
        }
      }
    }
  }

  private record Ending(Change change, Outcome outcome) {}

  @FunctionalInterface
  private interface Ended {
    void accept(Change change, Outcome outcome);
  }
}
