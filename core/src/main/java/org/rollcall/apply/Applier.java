package org.rollcall.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.rollcall.model.ComputedList;
import org.rollcall.model.MemberId;
import org.rollcall.plan.Change;

/// Carries a plan out: several members at once, each by its own steps, outcomes in the plan's
/// order.
///
/// Members end one by one and none stops the others, unless Intercom refuses the token: then no
/// further member is begun. Members that end in an identity clash are tried once more at the end,
/// since what stood in their way may have moved meanwhile.
public final class Applier {
  private final MemberApplier settling;
  private final Recovery recovery;
  private final int concurrency;
  private final int batchSize;

  /// @param concurrency members in flight at once
  /// @param batchSize how many members that need a call are taken up at a time; between batches
  ///   everything that was begun is finished
  public Applier(Gateway gateway, Recovery recovery, int concurrency, int batchSize) {
    this.settling = new MemberApplier(gateway, recovery);
    this.recovery = recovery;
    this.concurrency = concurrency;
    this.batchSize = batchSize;
  }

  /// Carries out `changes`.
  ///
  /// @param stop asked before each member that needs a call; once it says true no further member is
  ///   begun
  /// @param begun told each change that asks something of Intercom before its first call, by the
  ///   thread that asks: by several at once
  /// @param settled told each outcome, in the plan's order but for the second tries, which come
  ///   last; called by one thread
  public Applied apply(
      List<Change> changes,
      BooleanSupplier stop,
      Consumer<Change> begun,
      Consumer<Outcome> settled) {
    var outcomes = new HashMap<MemberId, Outcome>();
    var reached = new AtomicInteger();
    var waiting = new ArrayList<Change>();
    both(
        changes,
        stop,
        begun,
        (change, outcome) -> {
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
    both(
        List.copyOf(waiting),
        stop,
        begun,
        (change, outcome) -> outcomes.put(change.member(), outcome));
    waiting.forEach(change -> settled.accept(outcomes.get(change.member())));
    return new Applied(
        new ComputedList<>(changes.size(), index -> outcome(changes.get(index), outcomes)),
        reached.get() == changes.size(),
        settling.denial());
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

  private void both(
      List<Change> changes, BooleanSupplier stop, Consumer<Change> begun, Ended ended) {
    var contested = new ArrayList<Change>();
    pass(
        ComputedList.where(
            changes, change -> !(recovery.isContested(change) && contested.add(change))),
        concurrency,
        stop,
        begun,
        ended);
    pass(contested, 1, stop, begun, ended);
  }

  private void pass(
      List<Change> changes, int atOnce, BooleanSupplier stop, Consumer<Change> begun, Ended ended) {
    Batching.cut(changes)
        .gather(Batching.batches(batchSize))
        .forEachOrdered(batch -> carryOut(batch, atOnce, stop, begun, ended));
  }

  private void carryOut(
      List<List<Change>> batch,
      int atOnce,
      BooleanSupplier stop,
      Consumer<Change> begun,
      Ended ended) {
    batch.stream()
        .takeWhile(_ -> !stop.getAsBoolean() && settling.denial().isEmpty())
        .gather(Gatherers.mapConcurrent(atOnce, stretch -> settle(stretch, begun)))
        .flatMap(endings -> endings)
        .forEachOrdered(ending -> ended.accept(ending.change(), ending.outcome()));
  }

  /// The endings of a stretch. Those of members who need no call are made only when somebody
  /// listens.
  private Stream<Ending> settle(List<Change> stretch, Consumer<Change> begun) {
    var last = settle(stretch.getLast(), begun);
    var others = stretch.subList(0, stretch.size() - 1).stream();
    return Stream.concat(others.map(change -> settle(change, begun)), Stream.of(last));
  }

  private Ending settle(Change change, Consumer<Change> begun) {
    if (change.asks()) {
      begun.accept(change);
    }
    return new Ending(change, settling.settle(change));
  }

  /// The outcomes of quiet members are always the same, so they are not kept.
  private static Outcome outcome(Change change, Map<MemberId, Outcome> outcomes) {
    var outcome = outcomes.get(change.member());
    return outcome == null ? Outcomes.unreached(change) : outcome;
  }

  private record Ending(Change change, Outcome outcome) {}

  @FunctionalInterface
  private interface Ended {
    void accept(Change change, Outcome outcome);
  }
}
