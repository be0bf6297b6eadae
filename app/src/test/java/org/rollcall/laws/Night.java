package org.rollcall.laws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
import org.rollcall.model.FieldName;
import org.rollcall.model.Member;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.NotKept;
import org.rollcall.run.Census;
import org.rollcall.run.LastGoodRun;
import org.rollcall.run.Planned;
import org.rollcall.run.Planning;
import org.rollcall.run.Preflight;
import org.rollcall.run.Reading;
import org.rollcall.run.Report;
import org.rollcall.run.RevivalGuard;
import org.rollcall.run.Revivals;
import org.rollcall.run.Roster;
import org.rollcall.run.RunEvent;
import org.rollcall.run.Sync;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.support.SandboxWire;

/// One run of Rollcall over a random world, put together as the program puts it together, but for
/// sockets and time.
final class Night {
  private static final Set<FieldName> FIELDS = Set.of(RandomWorld.REGION, RandomWorld.POSITIONS);

  private final RandomWorld at;
  private final Gateway gateway;
  private final Policy policy;
  private final Revivals revivals;

  private Night(RandomWorld at, Gateway gateway, Policy policy, Revivals revivals) {
    this.at = at;
    this.gateway = gateway;
    this.policy = policy;
    this.revivals = revivals;
  }

  /// The same night, keeping in `kept` what it brings back.
  Night remembering(Revivals kept) {
    return new Night(at, gateway, policy, kept);
  }

  /// A run against `sandbox`, whose every call first passes `before`.
  static Night of(RandomWorld at, SandboxIntercom sandbox, Policy policy, Runnable before) {
    var contacts =
        new HttpContacts(new SandboxWire(sandbox, "sandbox", "2.17"), FIELDS, () -> Instant.EPOCH);
    Gateway counted =
        request -> {
          before.run();
          return contacts.send(request);
        };
    var retrying = new Retrying(counted, Backoff.DEFAULT, _ -> {}, () -> 0.5, new Silent());
    return new Night(at, retrying, policy, Revivals.none());
  }

  Report sync() {
    var noting = new RevivalGuard(gateway, revivals);
    var report = job(noting).run("law", OptionalInt.empty(), () -> false, _ -> {});
    noting.seenTo();
    return report;
  }

  /// The same with every create handed over in bulk first.
  Report syncInBulk() {
    return job(new RevivalGuard(gateway, revivals))
        .with(new FirstLoad(gateway, _ -> {}, planning(_ -> {}), 0))
        .run("law", OptionalInt.empty(), () -> false, _ -> {});
  }

  private Sync job(RevivalGuard noting) {
    return new Sync(
        planning(_ -> noting.putBack(_ -> {})),
        Optional.empty(),
        new Forgetful(),
        roll -> new Applier(noting, new Recovery(roll, policy), 1, 100),
        () -> 0,
        () -> Instant.EPOCH);
  }

  Planned plan() throws InterruptedException {
    return planning(_ -> {}).plan(OptionalInt.empty(), _ -> {});
  }

  private Planning planning(Preflight.Admission admission) {
    var roster = new InMemory(at);
    return new Planning(
        new Reading(roster, roster::project),
        roster,
        new GatewayDirectory(gateway),
        new Preflight(
            Optional.of("sandbox"),
            Map.of(
                RandomWorld.REGION, ValueKind.TEXT,
                RandomWorld.POSITIONS, ValueKind.TEXT),
            admission),
        policy,
        NotKept.NOTHING);
  }

  private static final class InMemory implements Roster {
    private final RandomWorld at;
    private final Map<MemberId, Wanted> wanted = new HashMap<>();

    InMemory(RandomWorld at) {
      this.at = at;
      at.wanted.forEach(each -> wanted.put(each.member(), each));
    }

    Projected project(Member member) {
      return new Projected.Ready(
          java.util.Objects.requireNonNull(wanted.get(member.id())), List.of());
    }

    @Override
    public int read(OptionalInt limit, Consumer<Member> each, Consumer<RunEvent> events) {
      at.wanted.forEach(member -> each.accept(new Member(member.member(), Map.of())));
      return 1;
    }

    @Override
    public Census everybody(Consumer<RunEvent> events) {
      return new Census(at.everybody, 1);
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

  private static final class Silent implements GatewayListener {
    @Override
    public void retrying(String what, String why, int attempt, int attempts, Duration pause) {}

    @Override
    public void rateWait(int used, int maximum, Duration pause) {}
  }
}
