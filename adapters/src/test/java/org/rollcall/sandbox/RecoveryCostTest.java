package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Applier;
import org.rollcall.apply.Beginning;
import org.rollcall.apply.CommonRefusals;
import org.rollcall.apply.DeedLog;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Recovery;
import org.rollcall.apply.Result;
import org.rollcall.intercom.HttpContacts;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.plan.Diff;
import org.rollcall.plan.Match;
import org.rollcall.plan.Roll;
import org.rollcall.support.HeardListener;
import org.rollcall.support.Outages;
import org.rollcall.support.People;
import org.rollcall.support.SandboxWire;

/// How many calls a recovery takes when the plan could not foresee the trouble, including the last
/// write.
class RecoveryCostTest {
  private static final Wanted ANN = People.wanted("101", "ann@example.org");

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SandboxIntercom intercom =
      new SandboxIntercom(
          world,
          Behaviour.DEFAULT,
          new Rate(1_000_000, Duration.ofSeconds(10)),
          Faults.none(),
          () -> Wire.START);

  @Test
  void an_archived_contact_costs_at_most_four_calls() {
    put("101", new ContactState.Archived());
    assertThat(settle(create()).result()).isInstanceOf(Result.Updated.class);
    assertThat(intercom.log().size()).isLessThanOrEqualTo(4);
  }

  @Test
  void a_contact_archived_since_the_plan_was_made_costs_at_most_four_calls() {
    put("101", new ContactState.Archived());
    assertThat(settle(update()).result()).isInstanceOf(Result.Updated.class);
    assertThat(intercom.log().size()).isLessThanOrEqualTo(4);
  }

  @Test
  void a_blocked_contact_costs_at_most_six_calls() {
    put("101", new ContactState.Blocked());
    assertThat(settle(create()).result()).isInstanceOf(Result.Updated.class);
    assertThat(intercom.log().size()).isLessThanOrEqualTo(6);
  }

  @Test
  void an_active_contact_in_the_way_costs_at_most_three_calls() {
    put("5f0c9b1e-aaaa-4bbb-8ccc-0123456789ab", new ContactState.Active());
    assertThat(settle(create()).result()).isInstanceOf(Result.Updated.class);
    assertThat(intercom.log().size()).isLessThanOrEqualTo(3);
  }

  private void put(String externalId, ContactState state) {
    world.put(
        StoredContact.user(
                "there",
                Map.of("external_id", externalId, "email", "ann@example.org", "name", "Ann"),
                Map.of("region", "NGL"),
                1_600_000_000)
            .with(state));
  }

  private Outcome settle(Change change) {
    var contacts =
        new HttpContacts(
            new SandboxWire(intercom, "sandbox"), Set.of(People.REGION), () -> Instant.EPOCH);
    var recovery =
        new Recovery(Roll.of(Set.of(), List.of(ANN)), Policy.DEFAULT, new Beginning(Instant.EPOCH));
    return new Applier(
            contacts,
            recovery,
            () -> false,
            Outages.patient(),
            new CommonRefusals(new HeardListener()),
            1,
            100)
        .apply(List.of(change), () -> false, DeedLog.none(), _ -> {})
        .outcomes()
        .getFirst();
  }

  private static Change create() {
    return new Change.Create(ANN, Diff.ofNew(ANN));
  }

  private static Change update() {
    var listed = People.user("there", "101", "ann@example.org");
    return new Change.Update(
        ANN, listed, Match.EXTERNAL_ID, Diff.between(ANN, listed.profile()), List.of());
  }
}
