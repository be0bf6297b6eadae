package org.rollcall.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Backoff;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.GatewayListener;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Retrying;
import org.rollcall.bulk.FirstLoad;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.mapping.Projected;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Thresholds;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.NotKept;
import org.rollcall.plan.Safeguard;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;

/// Nights with bulk allowed, over a stand-in Intercom in this JVM, in simulated time.
final class NightStage {
  final World world = World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  final List<Wanted> members = new ArrayList<>();
  final List<RunEvent> events = new ArrayList<>();
  final SandboxIntercom intercom;
  String version = "2.17";

  /// What somebody else does to the workspace once it has been read.
  Runnable meanwhile = () -> {};

  /// How often a first load had both sides read once more.
  int plannedAnew;

  private Instant now = Instant.ofEpochSecond(1_700_000_000);

  NightStage(int count, Behaviour behaviour) {
    for (int number = 1; number <= count; number++) {
      members.add(People.wanted("" + (10_000 + number), "m" + number + "@example.org"));
    }
    this.intercom =
        new SandboxIntercom(
            world, behaviour, new Rate(1_000_000, Duration.ofSeconds(1)), Faults.none(), () -> now);
  }

  Report night() {
    return night(() -> false);
  }

  /// One run.
  Report night(BooleanSupplier stop) {
    events.clear();
    var contacts =
        new HttpContacts(
            new SandboxWire(intercom, "sandbox", version), Set.of(People.REGION), () -> now);
    Gateway gateway = new Retrying(contacts, Backoff.DEFAULT, this::pass, () -> 0.5, new Deaf());
    return new Sync(
            planning(gateway),
            Optional.of(new Safeguard(Thresholds.DEFAULT)),
            new Forgetful(),
            roll -> new Applier(gateway, new Recovery(roll, Policy.DEFAULT), 1, 100),
            () -> intercom.log().size(),
            () -> now)
        .with(
            new FirstLoad(
                gateway,
                pause -> {
                  if (stop.getAsBoolean()) {
                    throw new InterruptedException("The run shall stop.");
                  }
                  pass(pause);
                },
                (limit, heard) -> {
                  plannedAnew++;
                  return planning(gateway).plan(limit, heard);
                }))
        .run("night", OptionalInt.empty(), stop, this::hear);
  }

  private void hear(RunEvent event) {
    events.add(event);
    if (event instanceof RunEvent.Planned) {
      meanwhile.run();
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
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

  private Planning planning(Gateway gateway) {
    var roster = new InMemory(members);
    return new Planning(
        new Reading(roster, roster::project),
        roster,
        new GatewayDirectory(gateway),
        new Preflight(Optional.empty(), Map.of(People.REGION, ValueKind.TEXT)),
        Policy.DEFAULT,
        NotKept.NOTHING);
  }

  private static final class InMemory implements Roster {
    private final Map<MemberId, Wanted> wanted = new HashMap<>();
    private final List<Wanted> inOrder;

    InMemory(List<Wanted> members) {
      inOrder = members;
      members.forEach(each -> wanted.put(each.member(), each));
    }

    Projected project(Member member) {
      return new Projected.Ready(Objects.requireNonNull(wanted.get(member.id())), List.of());
    }

    @Override
    public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
      inOrder.forEach(member -> each.accept(new Member(member.member(), Map.of())));
      return 1;
    }

    @Override
    public Census everybody(Consumer<RunEvent> events) {
      return new Census(wanted.keySet(), 1);
    }
  }

  private static final class Forgetful implements LastGoodRun {
    @Override
    public OptionalInt members() {
      return OptionalInt.empty();
    }

    @Override
    public void remember(int members) {}
  }

  private static final class Deaf implements GatewayListener {
    @Override
    public void retrying(String what, String why, int attempt, int attempts, Duration pause) {}

    @Override
    public void rateWait(int used, int maximum, Duration pause) {}
  }
}
