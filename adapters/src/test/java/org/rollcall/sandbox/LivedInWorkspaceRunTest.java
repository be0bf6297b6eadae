package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.CommonRefusals;
import org.rollcall.apply.DeedLog;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Result;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.listing.GatewayDirectory;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Value;
import org.rollcall.model.Wanted;
import org.rollcall.model.Wish;
import org.rollcall.plan.Change;
import org.rollcall.plan.Plan;
import org.rollcall.plan.Planner;
import org.rollcall.plan.Roll;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;
import org.rollcall.support.SandboxWire;

/// One run corrects a workspace after years of use.
class LivedInWorkspaceRunTest {
  private static final FieldName REGION = FieldName.attribute("region");

  private final World world = new World(SandboxWorkspace.sandbox("sandbox"));
  private final SandboxIntercom sandbox =
      new SandboxIntercom(
          world,
          Behaviour.DEFAULT,
          new Rate(1_000_000, Duration.ofSeconds(10)),
          Faults.none(),
          () -> Wire.START);
  private final Gateway gateway =
      new HttpContacts(new SandboxWire(sandbox, "sandbox"), Set.of(REGION), () -> Instant.EPOCH);

  private static List<Wanted> members(int count) {
    return IntStream.range(0, count).mapToObj(LivedInWorkspaceRunTest::member).toList();
  }

  private static Wanted member(int number) {
    var id = Integer.toString(9000 + number);
    var fields = new TreeMap<FieldName, Wish>();
    fields.put(FieldName.ROLE, put("user"));
    fields.put(FieldName.EXTERNAL_ID, put(id));
    fields.put(FieldName.EMAIL, new Wish.Put(new Value.Email("m" + id + "@example.org")));
    fields.put(FieldName.NAME, put("Member " + id));
    fields.put(
        FieldName.PHONE,
        number % 4 == 0 ? new Wish.Leave() : put("+1202555" + (1000 + number % 9000)));
    fields.put(REGION, number % 9 == 0 ? new Wish.Clear() : put("R" + number % 5));
    return new Wanted(new MemberId(id), fields, List.of());
  }

  private static Wish put(String text) {
    return new Wish.Put(new Value.Text(text));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_first_run_fails_nobody_and_a_second_plans_nothing(long seed) throws InterruptedException {
    var members = members(300);
    LivedInWorkspace.fill(world, members, Wire.START, seed);
    var roll = Roll.of(members.stream().map(Wanted::member).collect(Collectors.toSet()), members);

    var outcomes = apply(plan(members, roll), roll);

    assertThat(outcomes).hasSize(300);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.result() instanceof Result.NotDone)
        .isEmpty();
    assertThat(plan(members, roll).changes())
        .allSatisfy(change -> {
          assertThat(change).isInstanceOf(Change.Unchanged.class);
          assertThat(((Change.Unchanged) change).surplus()).isEmpty();
        });
  }

  @Test
  void a_run_touches_no_stranger() throws InterruptedException {
    var members = members(300);
    LivedInWorkspace.fill(world, members, Wire.START, 9);
    var roll = Roll.of(members.stream().map(Wanted::member).collect(Collectors.toSet()), members);
    var strangers = strangers();

    apply(plan(members, roll), roll);

    assertThat(strangers).hasSize(6);
    assertThat(strangers()).isEqualTo(strangers);
  }

  private List<StoredContact> strangers() {
    return world.contacts().stream()
        .filter(contact -> !contact.emailKey().orElse("").endsWith("@example.org"))
        .filter(contact -> !contact.emailKey().orElse("").endsWith("@example.net"))
        .toList();
  }

  private Plan plan(List<Wanted> members, Roll roll) throws InterruptedException {
    var workspace = new org.rollcall.plan.ContactIndex();
    new GatewayDirectory(gateway).contacts(() -> workspace::add, _ -> {});
    return new Planner(workspace, roll, Policy.DEFAULT).plan(members, List.of());
  }

  private List<Outcome> apply(Plan plan, Roll roll) {
    var outcomes = new ArrayList<Outcome>();
    new Applier(
            gateway,
            new Recovery(roll, Policy.DEFAULT, new Beginning(Instant.EPOCH)),
            () -> false,
            Outages.patient(),
            new CommonRefusals(new HeardListener()),
            1,
            100)
        .apply(plan.changes(), () -> false, DeedLog.none(), outcomes::add);
    return outcomes;
  }
}
