package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.rollcall.app.RunMemory;
import org.rollcall.bulk.BulkStep;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Thresholds;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Safeguard;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Nights with bulk allowed, over a stand-in Intercom in this JVM, in simulated time.
final class NightStage {
  final World world = World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  final List<Wanted> members = new ArrayList<>();
  final List<RunEvent> events = new ArrayList<>();
  final SandboxIntercom intercom;
  String version = "2.17";

  /// What somebody else does to the workspace once it has been read.
  Runnable meanwhile = () -> {};

  private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));

  NightStage(int count, Behaviour behaviour) {
    for (int number = 1; number <= count; number++) {
      members.add(People.wanted("" + (10_000 + number), "m" + number + "@example.org"));
    }
    this.intercom =
        new SandboxIntercom(
            world, behaviour, new Rate(1_000_000, Duration.ofSeconds(1)), Faults.none(), time::now);
  }

  Report night() {
    return night(() -> false);
  }

  /// One run whose plan somebody has looked at.
  Report forced() {
    return night(() -> false, Optional.empty());
  }

  /// One run.
  Report night(BooleanSupplier stop) {
    return night(stop, Optional.of(new Safeguard(Thresholds.DEFAULT)));
  }

  private Report night(BooleanSupplier stop, Optional<Safeguard> safeguard) {
    events.clear();
    return new WiredNight(
            WiredNight.rules(
                Map.of(People.REGION, ValueKind.TEXT),
                Policy.DEFAULT,
                OptionalInt.of(BulkStep.WORTHWHILE)),
            MemoryRoster.of(members),
            new SandboxWire(intercom, "sandbox", version),
            RunMemory.none(),
            time)
        .run(safeguard, stop, this::hear);
  }

  /// How often the last night had both sides read once more.
  long plannedAnew() {
    return events.stream().filter(RunEvent.Planned.class::isInstance).count() - 1;
  }

  private void hear(RunEvent event) {
    events.add(event);
    if (event instanceof RunEvent.Planned) {
      meanwhile.run();
    }
  }

  void pass(Duration time) {
    this.time.pass(time);
  }

  /// What went wrong with bulk, as the operator reads it.
  List<String> troubles() {
    return events.stream()
        .filter(RunEvent.Warned.class::isInstance)
        .map(event -> ((RunEvent.Warned) event).sentence())
        .toList();
  }

  /// External ids of everybody who can be seen.
  List<String> active() {
    return world.contacts().stream()
        .filter(StoredContact::isActive)
        .map(contact -> contact.externalId().orElse(""))
        .toList();
  }
}
