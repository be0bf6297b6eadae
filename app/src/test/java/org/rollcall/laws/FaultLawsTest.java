package org.rollcall.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.apply.Outcome;
import org.rollcall.apply.Result;
import org.rollcall.model.Wanted;
import org.rollcall.plan.Change;
import org.rollcall.run.Report;
import org.rollcall.sandbox.CallKind;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// What holds though Intercom fails: each way to fail at each kind of call, and all of them mixed.
@Tag("slow")
class FaultLawsTest {
  private static final int WORLDS = Integer.getInteger("rollcall.worlds", 8);
  private static final List<CallKind> KINDS =
      List.of(
          CallKind.LIST,
          CallKind.HIDDEN,
          CallKind.CREATE,
          CallKind.UPDATE,
          CallKind.INSPECT,
          CallKind.FIND,
          CallKind.SEARCH,
          CallKind.ARCHIVE,
          CallKind.UNARCHIVE,
          CallKind.UNBLOCK,
          CallKind.BLOCK,
          CallKind.MERGE,
          CallKind.ATTRIBUTES,
          CallKind.ME);

  static Stream<Arguments> everyFaultAtEveryKind() {
    return KINDS.stream()
        .flatMap(kind -> Stream.of(Fault.values()).map(fault -> Arguments.of(kind, fault)));
  }

  @ParameterizedTest
  @MethodSource("everyFaultAtEveryKind")
  void the_first_call_of_a_kind_goes_wrong(CallKind kind, Fault fault) {
    forEachSeed(seed -> night(seed, Faults.of(Faults.Rule.nth(1, kind, fault)), fault));
  }

  @ParameterizedTest
  @MethodSource("everyFaultAtEveryKind")
  void every_call_of_a_kind_goes_wrong(CallKind kind, Fault fault) {
    forEachSeed(seed -> night(seed, Faults.of(Faults.Rule.always(kind, fault)), fault));
  }

  @Test
  void everything_goes_wrong_at_random() {
    for (double share : List.of(0.02, 0.1, 0.2)) {
      var rules =
          Stream.of(Fault.values())
              .filter(fault -> !stops(fault))
              .map(fault -> Faults.Rule.share(share / 5, fault))
              .toList();
      forEachSeed(seed -> night(seed, new Faults(rules, seed), Fault.BAD_GATEWAY));
    }
  }

  private static boolean stops(Fault fault) {
    return fault == Fault.UNAUTHORIZED || fault == Fault.FORBIDDEN;
  }

  /// A run with faults, then one without: what the first said is true, and the second puts all
  /// right.
  private static void night(long seed, Faults faults, Fault fault) throws InterruptedException {
    var at = new RandomWorld(seed);
    var before = at.world.copy();
    var report = run(at, at.world, faults);
    assertTruthful(report, at, fault);
    assertHarmless(before, at);
    var healed = run(at, at.world, Faults.none());
    assertThat(healed.reason()).isEmpty();
    var reported = Laws.reported(healed);
    var again = at(at, at.world, Faults.none()).plan();
    for (var change : again.plan().changes()) {
      if (!reported.containsKey(change.member())) {
        assertThat(change).isInstanceOf(Change.Unchanged.class);
      }
    }
    assertHarmless(before, at);
  }

  private static void assertTruthful(Report report, RandomWorld at, Fault fault) {
    if (report.status() == Report.Status.FAILED) {
      assertThat(report.reason()).isPresent();
      if (stops(fault)) {
        assertThat(report.reason().orElseThrow()).contains("token");
      }
    }
    for (var outcome : report.members()) {
      var member = at.wanted.stream().filter(each -> each.member().equals(outcome.member()));
      assertTruthful(outcome, member.findFirst().orElseThrow(), at.world, fault);
    }
  }

  private static void assertTruthful(Outcome outcome, Wanted member, World world, Fault fault) {
    switch (outcome.result()) {
      case Result.Created _, Result.Updated _, Result.Unchanged _ -> {
        if (outcome.warnings().isEmpty()) {
          Laws.assertRight(world, member);
        }
      }
      case Result.Failed failed
          when failed.reason().startsWith("The member's contact is right") -> {
        if (outcome.warnings().isEmpty()) {
          Laws.assertRight(world, member);
        }
      }
      case Result.Failed failed when fault == Fault.RESET_AFTER || fault == Fault.HANG_AFTER ->
          assertThat(Laws.holdsAll(world, member))
              .as("landed, and yet said to have failed: " + failed.reason())
              .isFalse();
      case Result.Failed _,
          Result.IdentityClash _,
          Result.NeedsPerson _,
          Result.Skipped _,
          Result.Departed _ -> {}
    }
  }

  /// Nobody is made twice, and nobody else's contact is changed.
  private static void assertHarmless(World before, RandomWorld at) {
    for (var member : at.wanted) {
      assertThat(at.world.withExternalId(member.member().value()))
          .filteredOn(StoredContact::isActive)
          .hasSizeLessThanOrEqualTo(1);
    }
    Laws.assertNobodyMixedUp(before, at);
    for (var contact : before.contacts()) {
      if (!Laws.mayBeTaken(contact, at)) {
        var now = at.world.contact(contact.id()).orElseThrow();
        assertThat(now.fields()).isEqualTo(contact.fields());
        assertThat(now.attributes()).isEqualTo(contact.attributes());
      }
    }
  }

  private static Report run(RandomWorld at, World world, Faults faults) {
    return at(at, world, faults).sync();
  }

  private static Night at(RandomWorld at, World world, Faults faults) {
    var sandbox = Night.intercom(at, world, faults);
    return Night.of(at, sandbox, at.policy, () -> {});
  }

  private static void forEachSeed(Seeds.Law law) {
    Seeds.forEach(WORLDS, law);
  }
}
