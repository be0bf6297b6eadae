package org.rollcall.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Waiter;
import org.rollcall.bulk.FirstLoad;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.plan.Roll;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.Explaining;
import org.rollcall.review.Explanation;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.Undoing;
import org.rollcall.run.BulkLoad;
import org.rollcall.run.ChosenPlan;
import org.rollcall.run.KnownRefusals;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.PlanSource;
import org.rollcall.run.Planned;
import org.rollcall.run.Planning;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.RevivalGuard;
import org.rollcall.run.Revivals;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.RunParts;
import org.rollcall.run.Sync;

/// Puts the runs of one sync together. The program, the demo and the tests all come through here.
///
/// @param rules what is settled before a run
/// @param roster where members come from
/// @param mapping what a member's contact should be
/// @param client the way to Intercom
/// @param memory what outlives a run
/// @param waiter lets time pass
public record SyncWiring(
    SyncRules rules,
    Roster roster,
    Function<Member, Projected> mapping,
    IntercomClient client,
    RunMemory memory,
    Waiter waiter,
    InstantSource clock) {
  /// A run of everybody.
  ///
  /// @param safeguard what judges the plan; empty where the operator overrides it
  /// @param batchSize members to a batch; empty for what the rules say
  public Sync everybody(Optional<Safeguard> safeguard, OptionalInt batchSize) {
    return sync(
        safeguard,
        admitted -> {
          var facts = memory.facts(admitted.target());
          return parts(
              memory.revivals(admitted.target()),
              planning(admitted.target(), facts),
              bulk(admitted.target(), facts),
              batchSize.orElse(rules.batchSize()),
              facts);
        });
  }

  /// A run of what `choice` takes of the plan, and of nothing else.
  ///
  /// @param safeguard what judges the plan; empty where the operator overrides it
  public Sync chosen(RunRequest.PlanChoice choice, Optional<Safeguard> safeguard) {
    return sync(
        safeguard,
        admitted -> {
          var target = admitted.target();
          var facts = memory.facts(target);
          var whole = planningByTheList(target, facts, mapping(facts));
          return parts(
              memory.revivals(target),
              new ChosenPlan(whole, notable -> choice.among(target, notable)),
              Optional.empty(),
              rules.batchSize(),
              facts.ofSome());
        });
  }

  /// A run that takes back what an earlier one did. What it brings back it means to: should it be
  /// killed, nobody puts that away again.
  ///
  /// @param changes what the earlier run did to this target; may refuse by
  ///   [org.rollcall.run.RunStopped]
  /// @param safeguard what judges the plan; empty where the operator overrides it
  public Sync undo(Function<Target, List<JournaledChange>> changes, Optional<Safeguard> safeguard) {
    return sync(
        safeguard,
        admitted ->
            parts(
                Revivals.none(),
                undoing(admitted.target(), changes),
                Optional.empty(),
                rules.batchSize(),
                memory.facts(admitted.target()).ofUndo()));
  }

  /// What a run of everybody would do. Writes nothing.
  ///
  /// @param limit for the first so many members only; empty for all
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var target = looked(events);
    return planning(target, memory.facts(target)).plan(limit, events);
  }

  /// What taking an earlier run back would do. Writes nothing.
  public Planned planUndo(
      Function<Target, List<JournaledChange>> changes, Consumer<RunEvent> events)
      throws InterruptedException {
    return undoing(looked(events), changes).plan(OptionalInt.empty(), events);
  }

  /// Why a member looks as they do, and what the next run would do about it. Writes nothing.
  ///
  /// @param asked a member number or an e-mail address
  /// @param expressions what each mapped field is made of
  /// @param history what the latest runs did to a member
  public Explanation explain(
      String asked,
      SortedMap<FieldName, String> expressions,
      Function<Target, BiFunction<MemberId, Integer, List<JournaledChange>>> history,
      Consumer<RunEvent> events)
      throws InterruptedException {
    var target = looked(events);
    var facts = memory.facts(target);
    return new Explaining(
            mapping(facts),
            observed -> planningByTheList(target, facts, observed),
            expressions,
            history.apply(target))
        .of(asked, events);
  }

  private Sync sync(Optional<Safeguard> safeguard, RunParts.Wiring wiring) {
    return new Sync(
        rules.name(),
        preflight(),
        directory(),
        memory.lease(),
        admitted -> {
          client.fence().openFor(admitted.lease());
          return wiring.of(admitted);
        },
        safeguard,
        client::calls,
        clock);
  }

  /// The preflight of a command that only looks.
  private Target looked(Consumer<RunEvent> events) throws InterruptedException {
    var preflight = preflight();
    var target = preflight.target(directory());
    events.accept(new RunEvent.Admitted(target));
    preflight.check(target, directory());
    return target;
  }

  private Preflight preflight() {
    return new Preflight(rules.roster(), rules.workspace(), rules.attributes());
  }

  /// Reads Intercom's list, page after page: for whoever looks at what was written minutes ago,
  /// when Intercom's search still shows what was before.
  private GatewayDirectory directory() {
    return new GatewayDirectory(client.gateway());
  }

  private Function<Member, Projected> mapping(LearnedFacts facts) {
    var refusals = new KnownRefusals(facts.refusedFields());
    return member -> refusals.from(mapping.apply(member));
  }

  private PlanSource planning(Target target, LearnedFacts facts) {
    var directory = new GatewayDirectory(client.gateway(), rules.listing());
    return planning(target, directory, facts, mapping(facts));
  }

  private PlanSource planningByTheList(
      Target target, LearnedFacts facts, Function<Member, Projected> mapped) {
    return planning(target, directory(), facts, mapped);
  }

  private PlanSource planning(
      Target target,
      GatewayDirectory directory,
      LearnedFacts facts,
      Function<Member, Projected> mapped) {
    return new Planning(
        target,
        new Reading(roster, mapped),
        roster,
        directory,
        rules.policy(),
        new KnownRefusals(facts.refusedFields()));
  }

  private PlanSource undoing(Target target, Function<Target, List<JournaledChange>> changes) {
    return new Undoing(target, changes.apply(target), directory(), rules.attributes());
  }

  private Optional<BulkLoad> bulk(Target target, LearnedFacts facts) {
    return rules.bulk().stream()
        .<BulkLoad>mapToObj(worthwhile ->
            new FirstLoad(
                client.gateway(),
                waiter,
                planningByTheList(target, facts, mapping(facts)),
                worthwhile))
        .findAny();
  }

  private RunParts parts(
      Revivals revivals,
      PlanSource planning,
      Optional<BulkLoad> bulk,
      int batchSize,
      LearnedFacts facts) {
    var contacts = new RevivalGuard(client.gateway(), revivals);
    return new RunParts(
        contacts, planning, bulk, roll -> applier(contacts, roll, batchSize), facts);
  }

  private Applier applier(RevivalGuard contacts, Roll roll, int batchSize) {
    return new Applier(
        contacts, new Recovery(roll, rules.policy()), rules.concurrency(), batchSize);
  }
}
