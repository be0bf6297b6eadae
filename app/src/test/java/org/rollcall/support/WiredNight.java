package org.rollcall.support;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.app.IntercomClient;
import org.rollcall.app.RunMemory;
import org.rollcall.app.SyncRules;
import org.rollcall.app.SyncWiring;
import org.rollcall.apply.Pacer;
import org.rollcall.apply.Turns;
import org.rollcall.intercom.Wire;
import org.rollcall.listing.Listing;
import org.rollcall.model.FieldName;
import org.rollcall.model.JoinedTable;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.RosterName;
import org.rollcall.model.SyncName;
import org.rollcall.model.Tolerance;
import org.rollcall.model.ValueKind;
import org.rollcall.plan.Safeguard;
import org.rollcall.review.JournaledChange;
import org.rollcall.run.MappingRule;
import org.rollcall.run.PlanReview;
import org.rollcall.run.Planned;
import org.rollcall.run.Report;
import org.rollcall.run.RunEvent;

/// A night that is put together as the program puts it together, over a roster in memory and a
/// stand-in Intercom in this JVM, in simulated time.
///
/// @param wire leads to the stand-in Intercom
public record WiredNight(
    SyncRules rules, MemoryRoster roster, Wire wire, RunMemory memory, SimulatedTime time) {
  private static final Rate UNLIMITED = new Rate(1_000_000, Duration.ofMillis(1));

  /// The rules of a sync that changes one member at a time, over a roster without joined tables.
  ///
  /// @param attributes every mapped attribute
  /// @param bulk plans with more creates than this go in bulk; empty for none
  public static SyncRules rules(
      Map<FieldName, ValueKind> attributes, Policy policy, OptionalInt bulk) {
    return rules(attributes, List.of(), policy, bulk);
  }

  /// The same with joined tables.
  public static SyncRules rules(
      Map<FieldName, ValueKind> attributes,
      List<JoinedTable> joined,
      Policy policy,
      OptionalInt bulk) {
    return rules(attributes, joined, policy, Listing.CHAIN, bulk);
  }

  /// The same, reading the contacts in this way.
  public static SyncRules rules(
      Map<FieldName, ValueKind> attributes,
      List<JoinedTable> joined,
      Policy policy,
      Listing listing,
      OptionalInt bulk) {
    return new SyncRules(
        SyncName.DEFAULT,
        new RosterName("memory"),
        Optional.empty(),
        Optional.empty(),
        attributes,
        joined,
        MappingRule.UNKNOWN,
        Tolerance.IGNORED,
        policy,
        listing,
        bulk,
        1,
        100);
  }

  /// The same with this mapping.
  public WiredNight made(MappingRule mapping) {
    var changed =
        new SyncRules(
            rules.name(),
            rules.roster(),
            rules.workspace(),
            rules.accepted(),
            rules.attributes(),
            rules.joined(),
            mapping,
            rules.tolerance(),
            rules.policy(),
            rules.listing(),
            rules.bulk(),
            rules.concurrency(),
            rules.batchSize());
    return new WiredNight(changed, roster, wire, memory, time);
  }

  public Report run(
      Optional<Safeguard> safeguard, BooleanSupplier stop, Consumer<RunEvent> events) {
    return wiring(stop, events)
        .everybody(safeguard, OptionalInt.empty())
        .run("night", OptionalInt.empty(), stop, events);
  }

  /// Takes back what an earlier night did.
  public Report undo(List<JournaledChange> changes, Consumer<RunEvent> events) {
    return wiring(() -> false, events)
        .undo(_ -> changes, Optional.empty(), Optional.empty())
        .run("undo", OptionalInt.empty(), () -> false, events);
  }

  public Planned plan() throws InterruptedException {
    return wiring(() -> false, _ -> {}).plan(OptionalInt.empty(), _ -> {});
  }

  /// What is to be known of the plan.
  public PlanReview review(Safeguard safeguard) throws InterruptedException {
    return wiring(() -> false, _ -> {}).review(safeguard, OptionalInt.empty(), _ -> {}).review();
  }

  private SyncWiring wiring(BooleanSupplier stop, Consumer<RunEvent> events) {
    var passing = time.until(stop);
    var client =
        new IntercomClient(
            wire,
            () -> {},
            rules.attributes().keySet(),
            new Turns(Pacer.upTo(UNLIMITED, 0)),
            Duration.ofMinutes(10),
            passing,
            (_, _, _) -> {},
            events);
    return new SyncWiring(
        rules, roster, roster::project, client, memory, passing.waiter(), passing.clock());
  }
}
