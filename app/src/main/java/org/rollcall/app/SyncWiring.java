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
import org.rollcall.apply.Beginning;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Waiter;
import org.rollcall.bulk.BulkStep;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.Projected;
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Target;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.Explaining;
import org.rollcall.review.Explanation;
import org.rollcall.review.JournaledChange;
import org.rollcall.review.Undoing;
import org.rollcall.run.AttributeShapes;
import org.rollcall.run.BulkLoad;
import org.rollcall.run.ChosenPlan;
import org.rollcall.run.KnownEndings;
import org.rollcall.run.KnownPause;
import org.rollcall.run.KnownRefusals;
import org.rollcall.run.LearnedFacts;
import org.rollcall.run.PlanCheck;
import org.rollcall.run.PlanReview;
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
import org.rollcall.run.WorkspaceRule;

/// Puts the runs of one sync together. The program, the demo and the tests all come through here.
///
/// @param rules what is fixed before a run
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
  /// A run over all members.
  ///
  /// @param safeguard judges the plan; empty where the operator overrides it
  /// @param batchSize members to a batch; empty for what the rules say
  public Sync everybody(Optional<Safeguard> safeguard, OptionalInt batchSize) {
    return sync(
        safeguard,
        admitted -> {
          var facts = memory.facts(admitted.target());
          var age = new ListAge(clock);
          return parts(
              memory.revivals(admitted.target()),
              age,
              planning(admitted.target(), known(admitted, facts), facts.endings()),
              bulk(admitted.target(), age, known(admitted, facts), facts.endings()),
              batchSize.orElse(rules.batchSize()),
              facts);
        });
  }

  /// A run of the part of the plan that `choice` selects, and of nothing else.
  ///
  /// @param safeguard what judges the plan; empty where the operator overrides it
  public Sync chosen(RunRequest.PlanChoice choice, Optional<Safeguard> safeguard) {
    return sync(
        safeguard,
        admitted -> {
          var target = admitted.target();
          var facts = memory.facts(target);
          var known = known(admitted, facts);
          // Whoever is named is tried.
          var whole = planningByTheList(target, known, KnownEndings.none(), mapping(known));

          return parts(
                  memory.revivals(target),
                  new ListAge(clock),
                  new ChosenPlan(whole, plan -> choice.among(target, plan)),
                  Optional.empty(),
                  rules.batchSize(),
                  facts)
              .ofSome();
        });
  }

  /// A run that takes back what an earlier one did. A pause does not keep it from that: whoever
  /// found a night wrong pauses the next ones first. It brings back contacts on purpose. If it is
  /// killed, no later run puts them away again.
  ///
  /// @param changes what the earlier run did to this target; may refuse by
  ///   [org.rollcall.run.RunStopped]
  /// @param choice the part of the plan that is carried out; empty for all
  /// @param safeguard what judges the plan; empty where the operator overrides it
  public Sync undo(
      Function<Target, List<JournaledChange>> changes,
      Optional<RunRequest.PlanChoice> choice,
      Optional<Safeguard> safeguard) {
    return sync(
        KnownPause.none(),
        safeguard,
        admitted ->
            parts(
                    Revivals.none(),
                    new ListAge(clock),
                    chosen(undoing(admitted.target(), changes), choice, admitted.target()),
                    Optional.empty(),
                    rules.batchSize(),
                    memory.facts(admitted.target()))
                .ofUndo());
  }

  /// What a run over all members would do. Writes nothing.
  ///
  /// @param limit how many members to take, from the first; empty for all
  public Planned plan(OptionalInt limit, Consumer<RunEvent> events) throws InterruptedException {
    var looked = looked(events);
    return planning(looked.target(), looked.known(), looked.facts().endings()).plan(limit, events);
  }

  /// The same, and whether a run would carry it out.
  ///
  /// @param safeguard what would judge the plan
  public ReviewedPlan review(Safeguard safeguard, OptionalInt limit, Consumer<RunEvent> events)
      throws InterruptedException {
    var looked = looked(events);
    var planned =
        planning(looked.target(), looked.known(), looked.facts().endings()).plan(limit, events);
    return new ReviewedPlan(
        planned, check(safeguard, true, looked.facts(), limit.isPresent()).review(planned));
  }

  /// What taking an earlier run back would do, and whether a run would carry it out. Writes
  /// nothing.
  ///
  /// @param safeguard what would judge the plan
  public ReviewedPlan reviewUndo(
      Function<Target, List<JournaledChange>> changes,
      Safeguard safeguard,
      Consumer<RunEvent> events)
      throws InterruptedException {
    var looked = looked(events);
    var planned = undoing(looked.target(), changes).plan(OptionalInt.empty(), events);
    return new ReviewedPlan(
        planned, check(safeguard, false, looked.facts().ofUndo(), false).review(planned));
  }

  /// A plan, and whether a run would carry it out.
  public record ReviewedPlan(Planned planned, PlanReview review) {}

  private PlanCheck check(
      Safeguard safeguard, boolean wholeRoster, LearnedFacts facts, boolean limited) {
    return PlanCheck.of(
        Optional.of(safeguard), wholeRoster, facts, rules.mapping(), limited, clock.instant());
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
    var looked = looked(events);
    return new Explaining(
            mapping(looked.known()),
            observed ->
                planningByTheList(
                    looked.target(), looked.known(), looked.facts().endings(), observed),
            expressions,
            history.apply(looked.target()))
        .of(asked, events);
  }

  /// The same for a run that sends also what Intercom refused or did not keep before.
  public SyncWiring resending() {
    return new SyncWiring(
        rules, roster, mapping, client, new ResendingMemory(memory), waiter, clock);
  }

  /// The same for an operator who answers for this.
  SyncWiring accepting(RunRequest.Overrides overrides) {
    var accepted = overrides.workspace().map(rules::accepting).orElse(rules);
    return new SyncWiring(
        overrides.mapping() ? accepted.acceptingMapping() : accepted,
        roster,
        mapping,
        client,
        memory,
        waiter,
        clock);
  }

  private Sync sync(Optional<Safeguard> safeguard, RunParts.Wiring wiring) {
    return sync(memory.pause(), safeguard, wiring);
  }

  private Sync sync(KnownPause pause, Optional<Safeguard> safeguard, RunParts.Wiring wiring) {
    return new Sync(
        rules.name(),
        preflight(),
        directory(),
        pause,
        memory.lease(),
        admitted -> {
          client.fence().openFor(admitted.lease());
          return wiring.of(admitted).remembering(memory.lastWorkspace());
        },
        safeguard,
        rules.mapping(),
        rules.tolerance(),
        client::calls,
        clock);
  }

  private record Looked(Target target, LearnedFacts facts, KnownRefusals known) {}

  /// The preflight of a command that only looks.
  private Looked looked(Consumer<RunEvent> events) throws InterruptedException {
    var preflight = preflight();
    var target = preflight.target(directory());
    events.accept(new RunEvent.Admitted(target));
    var attributes = preflight.check(target, directory());
    var facts = memory.facts(target);
    return new Looked(target, facts, known(facts, attributes));
  }

  private static KnownRefusals known(RunParts.Admitted admitted, LearnedFacts facts) {
    return known(facts, admitted.attributes());
  }

  private static KnownRefusals known(LearnedFacts facts, AttributeShapes attributes) {
    return new KnownRefusals(facts.refusedFields(), attributes, facts.writtenBefore());
  }

  private Preflight preflight() {
    var rule = new WorkspaceRule(rules.workspace(), rules.accepted(), memory.lastWorkspace());
    return new Preflight(rules.roster(), rule, rules.attributes());
  }

  /// Reads Intercom's list, page after page. A command that looks at recent writes needs this,
  /// because Intercom's search lags behind by minutes.
  private GatewayDirectory directory() {
    return new GatewayDirectory(client.gateway(), rules.listing().byChain(), waiter);
  }

  private Function<Member, Projected> mapping(KnownRefusals known) {
    return member -> known.from(mapping.apply(member));
  }

  private PlanSource planning(Target target, KnownRefusals known, KnownEndings endings) {
    var directory = new GatewayDirectory(client.gateway(), rules.listing(), waiter);
    return planning(target, directory, known, endings, mapping(known));
  }

  private PlanSource planningByTheList(
      Target target,
      KnownRefusals known,
      KnownEndings endings,
      Function<Member, Projected> mapped) {
    return planning(target, directory(), known, endings, mapped);
  }

  private PlanSource planning(
      Target target,
      GatewayDirectory directory,
      KnownRefusals known,
      KnownEndings endings,
      Function<Member, Projected> mapped) {
    return new Planning(
        target,
        new Reading(roster, mapped, rules.joined()),
        roster,
        directory,
        rules.policy(),
        known,
        endings,
        clock.instant());
  }

  private static PlanSource chosen(
      PlanSource whole, Optional<RunRequest.PlanChoice> choice, Target target) {
    return choice
        .<PlanSource>map(each -> new ChosenPlan(whole, plan -> each.among(target, plan)))
        .orElse(whole);
  }

  private PlanSource undoing(Target target, Function<Target, List<JournaledChange>> changes) {
    return new Undoing(target, changes.apply(target), directory(), rules.attributes());
  }

  private Optional<BulkLoad> bulk(
      Target target, ListAge age, KnownRefusals known, KnownEndings endings) {
    return rules.bulk().stream()
        .<BulkLoad>mapToObj(worthwhile ->
            new BulkStep(
                client.gateway(),
                waiter,
                age.of(planningByTheList(target, known, endings, mapping(known))),
                new Beginning(clock.instant()),
                worthwhile))
        .findAny();
  }

  private RunParts parts(
      Revivals revivals,
      ListAge age,
      PlanSource planning,
      Optional<BulkLoad> bulk,
      int batchSize,
      LearnedFacts facts) {
    var contacts = new RevivalGuard(client.gateway(), revivals);
    var began = new Beginning(clock.instant());
    return new RunParts(
        contacts,
        age.of(planning),
        bulk,
        roll -> applier(contacts, new Recovery(roll, rules.policy(), began), age, batchSize),
        true,
        facts);
  }

  private Applier applier(RevivalGuard contacts, Recovery recovery, ListAge age, int batchSize) {
    return new Applier(
        contacts,
        recovery,
        age::isOld,
        client.outage(),
        client.refusals(),
        rules.concurrency(),
        batchSize);
  }
}
