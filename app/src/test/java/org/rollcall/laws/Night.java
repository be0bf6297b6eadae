package org.rollcall.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rollcall.intercom.Wire;
import org.rollcall.listing.Listing;
import org.rollcall.model.FieldName;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.review.JournaledChange;
import org.rollcall.run.KnownEndings;
import org.rollcall.run.KnownMapping;
import org.rollcall.run.Planned;
import org.rollcall.run.Report;
import org.rollcall.run.Revivals;
import org.rollcall.run.RunEvent;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.World;
import org.rollcall.support.FactsInMemory;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// One run over a random world.
final class Night {
  /// Later than every contact of a random world was made.
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static final Map<FieldName, ValueKind> ATTRIBUTES =
      Map.of(RandomWorld.REGION, ValueKind.TEXT, RandomWorld.POSITIONS, ValueKind.TEXT);

  private static final FactsInMemory NOTHING = FactsInMemory.of(KnownEndings.none());

  private final RandomWorld at;
  private final Wire wire;
  private final Policy policy;
  private final FactsInMemory memory;

  private Night(RandomWorld at, Wire wire, Policy policy, FactsInMemory memory) {
    this.at = at;
    this.wire = wire;
    this.policy = policy;
    this.memory = memory;
  }

  /// The same night, keeping in `kept` what it brings back.
  Night remembering(Revivals kept) {
    return new Night(
        at, wire, policy, new FactsInMemory(KnownMapping.none(), KnownEndings.none(), kept));
  }

  /// The same night, keeping in `kept` how it ends with single members.
  Night remembering(KnownEndings kept) {
    return new Night(at, wire, policy, FactsInMemory.of(kept));
  }

  /// A stand-in Intercom over `world` that behaves as the random world says.
  static SandboxIntercom intercom(RandomWorld at, World world, Faults faults) {
    return new SandboxIntercom(
        world, at.behaviour, new Rate(1_000_000, Duration.ofSeconds(1)), faults, () -> NOW);
  }

  /// A run whose calls go over `wire`.
  static Night over(RandomWorld at, Wire wire) {
    return new Night(at, wire, at.policy, NOTHING);
  }

  /// A run against `sandbox`, whose every call first passes `before`.
  static Night of(RandomWorld at, SandboxIntercom sandbox, Policy policy, Runnable before) {
    var intercom = new SandboxWire(sandbox, "sandbox", "2.17");
    return new Night(
        at,
        call -> {
          before.run();
          return intercom.exchange(call);
        },
        policy,
        NOTHING);
  }

  Report sync() {
    return night(OptionalInt.empty()).run(Optional.empty(), () -> false, _ -> {});
  }

  Report sync(Consumer<RunEvent> events) {
    return night(OptionalInt.empty()).run(Optional.empty(), () -> false, events);
  }

  /// Takes back what an earlier night did.
  Report undo(List<JournaledChange> changes, Consumer<RunEvent> events) {
    return night(OptionalInt.empty()).undo(changes, events);
  }

  /// The same with every create handed over in bulk first.
  Report syncInBulk() {
    return night(OptionalInt.of(0)).run(Optional.empty(), () -> false, _ -> {});
  }

  Planned plan() throws InterruptedException {
    return night(OptionalInt.empty()).plan();
  }

  private WiredNight night(OptionalInt bulk) {
    return new WiredNight(
        WiredNight.rules(ATTRIBUTES, List.of(), policy, Listing.CHAIN.with(at.hidden), bulk),
        new MemoryRoster(at.wanted, at.everybody),
        wire,
        memory,
        new SimulatedTime(NOW));
  }
}
