package org.rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.intercom.Wire;
import org.rollcall.model.MemberId;
import org.rollcall.model.Policy;
import org.rollcall.model.Rate;
import org.rollcall.model.ValueKind;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Notice;
import org.rollcall.run.KnownEndings;
import org.rollcall.run.Report;
import org.rollcall.run.Report.Status;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;
import org.rollcall.support.FactsInMemory;
import org.rollcall.support.MemoryRoster;
import org.rollcall.support.People;
import org.rollcall.support.RememberedEndings;
import org.rollcall.support.SandboxWire;
import org.rollcall.support.SimulatedTime;
import org.rollcall.support.WiredNight;

/// Quiet nights of members with whom it ends in a clash, or who need a person.
class KnownEndingsTest {
  private static final int CLASHES = 6;
  private static final int DOOMED = 5;

  private final World world =
      World.withAttributes(SandboxWorkspace.sandbox("sandbox"), List.of("region"));
  private final SimulatedTime time = new SimulatedTime(Instant.ofEpochSecond(1_700_000_000));
  private final List<Wanted> right = new ArrayList<>();
  private final List<Wanted> stuck = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final KnownEndings known = new RememberedEndings(time::now);

  KnownEndingsTest() {
    for (int each = 0; each < 20; each++) {
      right.add(People.wanted("10" + each, email(each)));
    }
    night(right, known);
    for (int each = 0; each < CLASHES; each++) {
      stuck.add(People.wanted("20" + each, email(each)));
    }
    for (int each = 0; each < DOOMED; each++) {
      var number = "30" + each;
      stuck.add(People.wanted(number, "gone" + each + "@example.org"));
      world.put(
          StoredContact.user(world.newId(), Map.of("external_id", number), Map.of(), 1)
              .with(new ContactState.Doomed()));
    }
  }

  @Test
  void a_quiet_night_with_them_costs_no_more_calls_than_one_without() {
    var first = night(all(), known);
    assertThat(first.totals().failed()).isEqualTo(CLASHES + DOOMED);
    int without = calls(() -> night(right, known));
    int with = calls(() -> night(all(), known));
    assertThat(with).isEqualTo(without);
    assertThat(calls(() -> night(all(), KnownEndings.none()))).isGreaterThan(with + 11);
  }

  @Test
  void they_stay_in_the_report_the_status_and_the_counts_as_what_they_are() throws Exception {
    var first = night(all(), known);
    var second = night(all(), known);
    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(Status.PARTIAL);
    assertThat(second.totals()).isEqualTo(first.totals());
    assertThat(second.members())
        .extracting(Outcome::member, Outcome::result, Outcome::contact)
        .isEqualTo(
            first.members().stream()
                .map(each -> tuple(each.member(), each.result(), each.contact()))
                .toList());
    assertThat(second.members())
        .extracting(Outcome::result)
        .hasAtLeastOneElementOfType(Result.IdentityClash.class)
        .hasAtLeastOneElementOfType(Result.NeedsPerson.class);
    assertThat(second.members())
        .allMatch(each -> each.warnings().getFirst().startsWith("Not tried: it ended so"));
    assertThat(wired(all(), known).plan().plan().notices())
        .contains(
            new Notice.KnownEnding(
                CLASHES + DOOMED,
                Stream.of("200", "201", "202", "203", "204").map(MemberId::new).toList()));
  }

  @Test
  void whoever_changed_in_the_roster_is_tried_and_nobody_else() {
    night(all(), known);
    stuck.set(0, People.wanted("200", "own@example.org"));
    var report = night(all(), known);
    assertThat(report.totals().created()).isEqualTo(1);
    assertThat(report.totals().failed()).isEqualTo(CLASHES + DOOMED - 1);
    assertThat(tried(report)).isEmpty();
  }

  @Test
  void who_has_the_address_may_change_in_the_roster_too() {
    night(all(), known);
    right.set(0, People.wanted("100", "moved@example.org"));
    var report = night(all(), known);
    assertThat(report.totals().created()).isEqualTo(1);
    assertThat(report.totals().updated()).isEqualTo(1);
  }

  @Test
  void whoever_has_a_changed_contact_in_the_way_is_tried() {
    night(all(), known);
    var blocker = world.withExternalId("101").getFirst();
    world.put(blocker.with(new ContactState.Archived()).with("email", null));
    right.remove(1);
    assertThat(night(all(), known).totals().created()).isEqualTo(1);
  }

  @Test
  void everybody_is_tried_again_after_a_week_once() {
    night(all(), known);
    time.pass(Duration.ofDays(7));
    assertThat(tried(night(all(), known))).hasSize(CLASHES + DOOMED);
    assertThat(tried(night(all(), known))).isEmpty();
  }

  @Test
  void everybody_is_tried_where_somebody_wants_it() {
    night(all(), known);
    assertThat(tried(night(all(), known.forgetful()))).hasSize(CLASHES + DOOMED);
    assertThat(tried(night(all(), known))).isEmpty();
  }

  private static List<MemberId> tried(Report report) {
    return report.members().stream()
        .filter(each -> each.result() instanceof Result.NotDone && !each.requestId().isEmpty())
        .map(Outcome::member)
        .toList();
  }

  private List<Wanted> all() {
    return Stream.concat(right.stream(), stuck.stream()).toList();
  }

  private int calls(Runnable night) {
    calls.set(0);
    night.run();
    return calls.get();
  }

  private Report night(List<Wanted> members, KnownEndings endings) {
    time.pass(Duration.ofHours(1));
    return wired(members, endings).run(Optional.empty(), () -> false, _ -> {});
  }

  private WiredNight wired(List<Wanted> members, KnownEndings endings) {
    var everybody = new HashSet<MemberId>();
    all().forEach(each -> everybody.add(each.member()));
    return new WiredNight(
        WiredNight.rules(
            Map.of(People.REGION, ValueKind.TEXT), Policy.DEFAULT, OptionalInt.empty()),
        new MemoryRoster(members, everybody),
        wire(),
        FactsInMemory.of(endings),
        time);
  }

  private Wire wire() {
    var rate = new Rate(1_000_000, Duration.ofSeconds(1));
    var intercom = new SandboxIntercom(world, Behaviour.DEFAULT, rate, Faults.none(), time::now);
    var sandbox = new SandboxWire(intercom, "sandbox", "2.17");
    return call -> {
      calls.incrementAndGet();
      return sandbox.exchange(call);
    };
  }

  private static String email(int number) {
    return "m" + number + "@example.org";
  }
}
